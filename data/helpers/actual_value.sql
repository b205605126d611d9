-- Grain: indicator of a programme x fiscal year with an actual value; the newest one, in `unit`.
-- Where a form divides by funds, the value of all funds together stands for the indicator.
CREATE VIEW actual_value AS
SELECT document.programme_id, "group", letters_and_digits(concat(measure, name)) AS called, fiscal_year,
    arg_max(indicator_value, (as_of, document_id, row_no)) AS newest
FROM indicator_value
JOIN document USING (document_id)
WHERE indicator_value.kind = 'actual'
  AND coalesce(fund, 'total') = 'total'
  AND (value IS NOT NULL OR "text" IS NOT NULL)
GROUP BY ALL;

COMMENT ON VIEW actual_value IS 'The newest actual value of an indicator in a year.';
COMMENT ON COLUMN actual_value.called IS 'Its measure, where one is named, and its name: letters and digits only.';
