-- Grain: cell that makes up what a printed line costs in a fiscal year (without a year: over all of them); UAH.
-- That is the printed total of the year, or where none is printed the cells of its funds.
CREATE VIEW line_cell AS
SELECT line.line_no, allocation.*
FROM line
JOIN allocation USING (document_id, section, basis, row_no)
WHERE allocation.amount IS NOT NULL
QUALIFY allocation.fund = 'total' OR NOT bool_or(allocation.fund = 'total') OVER (
    PARTITION BY document_id, section, basis, row_no, allocation.fiscal_year
);

COMMENT ON VIEW line_cell IS 'One cell of what a printed line costs in a year: its total, or else its funds.';
COMMENT ON COLUMN line_cell.line_no IS 'Number of the line that the cell belongs to, as in line.';
