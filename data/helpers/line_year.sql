-- Grain: edition x printed lowest line x fiscal year; UAH, over both funds.
CREATE VIEW line_year AS
SELECT
    programme_id,
    edition,
    document_id,
    row_no,
    line_id,
    line_code,
    name,
    spending_unit,
    fiscal_year,
    basis,
    -- Words in place of the amount of one fund leave the whole unknown.
    CASE WHEN NOT bool_or(amount IS NULL AND funding_note IS NOT NULL) THEN sum(amount)::DECIMAL(18, 2) END
        AS amount,
    max(quantity) AS quantity,
    first(locator ORDER BY abs(amount) DESC NULLS LAST, locator) AS locator,
    max(quantity_locator) AS quantity_locator,
    list_distinct(list(locator) || list(quantity_locator)) AS cells
FROM edition_line
GROUP BY ALL;

COMMENT ON VIEW line_year IS 'One printed lowest line of an edition in one year, with its quantity.';
COMMENT ON COLUMN line_year.line_id IS 'The line through all acts, as in plan_line.';
COMMENT ON COLUMN line_year.amount IS 'Over both funds, UAH; empty where none is printed, or words stand in place of one.';
COMMENT ON COLUMN line_year.locator IS 'Where the amount stands; that of the larger fund where both print one.';
COMMENT ON COLUMN line_year.quantity_locator IS 'Where the quantity stands.';
COMMENT ON COLUMN line_year.cells IS 'All its cells in that year.';
