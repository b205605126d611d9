-- Grain: edition x printed lowest line x fiscal year; UAH for one piece, rounded half up to the kopiyka.
-- A price is the line's amount over both funds / its quantity of that year. A change of a line names neither what the
-- line costs now nor how many pieces it buys now; a line that an amendment adds names both.
CREATE VIEW unit_prices AS
-- What takes money away adds no line, though the plan before it holds none.
WITH added AS (
    SELECT document_id, row_no
    FROM delta_base
    WHERE base_edition IS NOT NULL
    GROUP BY document_id, row_no
    HAVING NOT bool_or(found) AND min(amount) >= 0
),
-- The lines that a change in the same edition and year is of.
changed AS (
    SELECT DISTINCT line.edition, line.document_id, line.row_no, line.fiscal_year
    FROM line_year AS line
    JOIN line_year AS delta
      ON delta.edition = line.edition AND delta.line_id = line.line_id
     AND delta.fiscal_year IS NOT DISTINCT FROM line.fiscal_year
    WHERE delta.basis = 'delta'
      AND delta.amount IS NOT NULL
      AND (delta.document_id, delta.row_no) <> (line.document_id, line.row_no)
      AND (line.basis <> 'delta' OR (line.document_id, line.row_no) IN (SELECT (document_id, row_no) FROM added))
),
told AS (
    SELECT
        line.*,
        class.kind,
        class.category,
        coalesce(doubt.doubts, []) AS doubts,
        list_filter([
            CASE WHEN line.basis = 'delta' AND added.row_no IS NULL THEN 'change' END,
            CASE WHEN changed.row_no IS NOT NULL THEN 'changed' END,
            CASE WHEN class.priced IS NULL THEN 'kind_unknown' END,
            CASE class.priced WHEN 'parts' THEN 'different_parts' WHEN 'whole' THEN 'lump' END,
            CASE WHEN class.priced = 'piece' AND class.several_kinds THEN 'several_kinds' END,
            CASE WHEN line.amount IS NULL THEN 'no_amount' WHEN line.amount <= 0 THEN 'zero_amount' END,
            CASE
                WHEN line.quantity IS NULL THEN 'no_quantity'
                WHEN line.quantity <= 0 THEN 'zero_quantity'
                WHEN doubt.of_quantity THEN 'doubtful_quantity'
            END
        ], lambda reason: reason IS NOT NULL) AS reasons
    FROM line_year AS line
    LEFT JOIN classified_line AS class ON class.document_id = line.document_id AND class.row_no = line.row_no
    LEFT JOIN added ON added.document_id = line.document_id AND added.row_no = line.row_no
    LEFT JOIN changed
      ON changed.edition = line.edition AND changed.document_id = line.document_id AND changed.row_no = line.row_no
     AND changed.fiscal_year IS NOT DISTINCT FROM line.fiscal_year
    LEFT JOIN line_doubt AS doubt
      ON doubt.document_id = line.document_id AND doubt.row_no = line.row_no
     AND doubt.fiscal_year IS NOT DISTINCT FROM line.fiscal_year
)
SELECT
    programme_id,
    edition,
    document_id,
    row_no,
    line_code,
    name,
    kind,
    category,
    spending_unit,
    fiscal_year,
    amount,
    quantity,
    -- In whole numbers, since a division of decimals is not exact: kopiykas, and thousandths of a piece.
    CASE WHEN len(reasons) = 0 THEN (
        ((amount * 100)::HUGEINT * 2000 + (quantity * 1000)::HUGEINT) // (2 * (quantity * 1000)::HUGEINT) * 0.01
    )::DECIMAL(18, 2) END AS unit_price,
    reasons,
    locator,
    quantity_locator,
    doubts
FROM told;

COMMENT ON VIEW unit_prices IS 'What one piece costs in a printed line and year, or the reasons why that is not known.';
COMMENT ON COLUMN unit_prices.programme_id IS 'The programme.';
COMMENT ON COLUMN unit_prices.edition IS 'The act after which the plan stands so: its document_id.';
COMMENT ON COLUMN unit_prices.document_id IS 'The document that prints the line.';
COMMENT ON COLUMN unit_prices.row_no IS 'Place of the row in the file.';
COMMENT ON COLUMN unit_prices.line_code IS 'Number of the line as printed.';
COMMENT ON COLUMN unit_prices.name IS 'What the line is for, as printed.';
COMMENT ON COLUMN unit_prices.kind IS 'The kind of thing bought; empty where no rule knows the name.';
COMMENT ON COLUMN unit_prices.category IS 'What the kind is: hardware, software, services, protection or people.';
COMMENT ON COLUMN unit_prices.spending_unit IS 'The spending unit as printed.';
COMMENT ON COLUMN unit_prices.fiscal_year IS 'Budget year.';
COMMENT ON COLUMN unit_prices.amount IS
    'Amount of the line in that year over both funds, UAH; empty where none is printed, or words '
    'stand in place of one.';
COMMENT ON COLUMN unit_prices.quantity IS 'Quantity of the line in that year; empty where none is printed.';
COMMENT ON COLUMN unit_prices.unit_price IS
    'amount / quantity, UAH, rounded half up to the kopiyka; empty where reasons are given.';
COMMENT ON COLUMN unit_prices.reasons IS
    'All that keeps the line from having a price, nothing where it has one: change, changed, kind_unknown, '
    'different_parts, lump, several_kinds, no_amount, zero_amount, no_quantity, zero_quantity, doubtful_quantity.';
COMMENT ON COLUMN unit_prices.locator IS 'Where the amount stands; that of the larger fund where both print one.';
COMMENT ON COLUMN unit_prices.quantity_locator IS 'Where the quantity stands.';
COMMENT ON COLUMN unit_prices.doubts IS
    'Findings that do not hold and look at these cells; those of the whole programme and of indicators are left out.';
