-- Grain: cell of a finding; value in the finding's unit. Beside it the text and name that were read there.
WITH chosen AS (
    SELECT finding_id, unnest(cells) AS cell, generate_subscripts(cells, 1) AS place
    FROM named_finding AS findings
    WHERE list_contains($finding_ids::VARCHAR[], finding_id)
),
fact AS (
    SELECT document_id, locator, printed, name FROM allocation
    UNION ALL
    SELECT document_id, quantity_locator, quantity_printed, name FROM allocation WHERE quantity_locator IS NOT NULL
    UNION ALL
    SELECT document_id, locator, printed, name FROM indicator_value
    UNION ALL
    SELECT document_id, locator, printed, territory FROM population
    UNION ALL
    SELECT document_id, locator, printed, name FROM execution
    UNION ALL
    SELECT document_id, cash_locator, cash_printed, name FROM execution WHERE cash_locator IS NOT NULL
    UNION ALL
    SELECT document_id, locator, printed, text FROM statement
    UNION ALL
    SELECT document_id, locator, array_to_string(cells, ' '), NULL FROM source_row
),
read AS (
    SELECT document_id, locator, any_value(printed) AS printed, any_value(name) AS name
    FROM fact
    WHERE (document_id, locator) IN (SELECT (cell.document_id, cell.locator) FROM chosen)
    GROUP BY document_id, locator
)
SELECT chosen.finding_id, cell.document_id, cell.locator, cell.role, cell.label, cell.value, read.printed, read.name
FROM chosen
LEFT JOIN read ON read.document_id = cell.document_id AND read.locator = cell.locator
ORDER BY finding_id, place
