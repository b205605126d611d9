-- Grain: cell in the comparison of a printed line with its parts, by fiscal year (without one: all years) and fund;
-- UAH. Money that the parts print in the other fund is held back: the check parts_in_other_fund says so once, and here
-- it would look like two wrong sums. The total of both funds is compared all the same.
CREATE VIEW line_sum AS
SELECT
    level,
    has_subtotals,
    document_id,
    concat_ws('/', section, basis, line_no, coalesce(fiscal_year::VARCHAR, 'all'), fund) AS subject,
    scope,
    fiscal_year,
    fund,
    'UAH' AS unit,
    role,
    locator,
    label,
    amount AS "value",
    row_no AS place
FROM line_with_parts
WHERE fund = 'total' OR NOT moved;

COMMENT ON VIEW line_sum IS 'One cell in the comparison of a printed line with the lines that are its parts.';
COMMENT ON COLUMN line_sum.level IS 'How deep the line stands.';
COMMENT ON COLUMN line_sum.has_subtotals IS 'Whether any of its parts has parts of its own.';
COMMENT ON COLUMN line_sum.subject IS 'The line, year and fund. This and what follows is as a check returns it.';
