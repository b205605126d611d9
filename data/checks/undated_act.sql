-- Compares: whether an amendment has a date. One without has no place in the chain of acts and stands in no edition;
-- its first row is named.
SELECT
    document_id,
    document_id AS subject,
    title AS scope,
    'named' AS role,
    arg_min(row.locator, row.row_no) AS locator,
    coalesce(adopted_on, endorsed_on) IS NOT NULL AS holds,
    'warning' AS severity
FROM document
JOIN (
    SELECT document_id, row_no, locator FROM source_row
    UNION ALL
    SELECT document_id, row_no, locator FROM allocation
) AS row USING (document_id)
WHERE kind = 'amendment' AND programme_id IS NOT NULL
GROUP BY ALL
