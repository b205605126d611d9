-- Compares: the printed total of the whole programme with the sum of its lowest lines, by year and fund; UAH.
WITH cell AS (
    SELECT line.document_id, 'printed' AS role, allocation.fiscal_year, allocation.fund, allocation.fund AS label,
        allocation.locator, allocation.amount, allocation.row_no
    FROM line
    JOIN allocation USING (document_id, section, basis, row_no)
    WHERE line.level = 'programme' AND line.basis <> 'current' AND allocation.amount IS NOT NULL
    UNION ALL
    SELECT allocation.document_id, 'part', printed.fiscal_year, printed.fund,
        coalesce(allocation.line_code, allocation.name), allocation.locator, allocation.amount, allocation.row_no
    FROM allocation
    JOIN (
        SELECT DISTINCT allocation.document_id, allocation.fiscal_year, allocation.fund
        FROM line JOIN allocation USING (document_id, section, basis, row_no)
        WHERE line.level = 'programme' AND line.basis <> 'current' AND allocation.amount IS NOT NULL
    ) AS printed
      ON printed.document_id = allocation.document_id
     AND (printed.fiscal_year = allocation.fiscal_year OR printed.fiscal_year IS NULL)
     AND (printed.fund = 'total' OR printed.fund = allocation.fund)
    WHERE NOT allocation.is_total AND allocation.basis <> 'current' AND allocation.amount IS NOT NULL
)
SELECT
    document_id,
    concat_ws('/', coalesce(fiscal_year::VARCHAR, 'all'), fund) AS subject,
    'programme' AS scope,
    fiscal_year,
    fund,
    'UAH' AS unit,
    role,
    locator,
    label,
    amount AS "value",
    row_no AS place
FROM cell
-- A year whose lines print no amount at all is unknown; a fund that none of them names is zero.
QUALIFY bool_or(role = 'part') OVER (PARTITION BY document_id, fiscal_year)
