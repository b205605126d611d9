-- Compares: a share in per cent with 0 and 100.
SELECT
    document_id,
    locator AS subject,
    name AS scope,
    fiscal_year,
    unit,
    'printed' AS role,
    locator,
    kind AS label,
    value,
    row_no AS place,
    value BETWEEN 0 AND 100 AS holds,
    'warning' AS severity
FROM indicator_value
WHERE regexp_matches(lower(unit), '^(%|відс|відсот|процент)')
  AND value IS NOT NULL
  AND coalesce(fund, 'total') = 'total'
