-- Compares: a share in per cent with 0 and 100. A rate of growth is in per cent, and no share.
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
WHERE (regexp_matches(lower(unit), '^(%|відс|відсот|процент)') OR (unit IS NULL AND name LIKE '%\%%' ESCAPE '\'))
  AND NOT regexp_matches(lower(name), 'темп|приріст|прирост|зростанн|порівнян|попередн')
  AND value IS NOT NULL
  AND coalesce(fund, 'total') = 'total'
