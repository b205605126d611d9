-- Grain: cell of one document that was read, with what it says; amount in UAH, number in `unit`.
SELECT 'allocation' AS kind, locator, printed, row_no, line_code, name, fiscal_year, fund,
    amount, CASE WHEN locator = quantity_locator THEN quantity END AS number, NULL AS unit, funding_note AS text
FROM allocation WHERE document_id = $document_id
UNION ALL
SELECT 'measure', locator, printed, row_no, line_code, name, NULL, NULL, NULL, NULL, NULL, expected_result
FROM measure WHERE document_id = $document_id
UNION ALL
SELECT 'indicator_value', locator, printed, row_no, line_code, name, fiscal_year, fund, NULL, value, unit, text
FROM indicator_value WHERE document_id = $document_id
UNION ALL
SELECT 'population', locator, printed, row_no, NULL, territory, year, NULL, NULL, persons, NULL, NULL
FROM population WHERE document_id = $document_id
UNION ALL
SELECT 'execution', locator, printed, row_no, coalesce(line_code, economic_code), name, left(period, 4)::INTEGER, fund,
    coalesce(revised_plan, estimates, cash, deviation), NULL, NULL, NULL
FROM execution WHERE document_id = $document_id
UNION ALL
SELECT 'execution', cash_locator, cash_printed, row_no, coalesce(line_code, economic_code), name,
    left(period, 4)::INTEGER, fund, cash, NULL, NULL, NULL
FROM execution WHERE document_id = $document_id AND cash_locator IS NOT NULL
UNION ALL
SELECT 'statement', locator, printed, row_no, number, topic, NULL, NULL, NULL, NULL, NULL, text
FROM statement WHERE document_id = $document_id
ORDER BY row_no, fiscal_year NULLS LAST, locator
