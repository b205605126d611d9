-- Grain: edition x printed lowest line x fiscal year; UAH for one piece, rounded half up to the kopiyka.
-- A price is the line's amount over both funds / its quantity of that year, and only of a plan that is printed whole:
-- a change of an amendment names neither what a line costs now nor how many pieces it buys now.
CREATE VIEW unit_prices AS
WITH line AS (
    SELECT
        programme_id,
        edition,
        document_id,
        row_no,
        line_code,
        name,
        spending_unit,
        fiscal_year,
        basis,
        sum(amount)::DECIMAL(18, 2) AS amount,
        bool_or(amount IS NULL AND funding_note IS NOT NULL) AS partly_in_words,
        max(quantity) AS quantity,
        first(locator ORDER BY abs(amount) DESC NULLS LAST, locator) AS locator,
        max(quantity_locator) AS quantity_locator,
        list_distinct(list(locator) || list(quantity_locator)) AS cells
    FROM edition_line
    GROUP BY ALL
),
-- What stands in brackets tells more of the thing, not another one.
named AS (
    SELECT
        *,
        regexp_replace(lower(name), '\([^)]*\)', '', 'g') AS plain_name,
        len(list_filter(
            [
                'персональн\p{L}+ комп.?ютер', 'ноутбук', 'системн\p{L}+ блок', 'планшет', 'багатофункціональн',
                'принтер', 'сканер', 'копіювальн', 'безперебійн', 'фотоапарат', 'маршрутизатор', 'монітор(и|ів)?($|\P{L})'
            ],
            lambda thing: regexp_matches(plain_name, thing)
        )) AS things
    FROM line
),
-- A change belongs to the line that shares most of number and name with it.
changed AS (
    SELECT delta.edition, line.document_id, line.row_no, delta.fiscal_year
    FROM line AS delta
    JOIN line
      ON line.edition = delta.edition
     AND (
        line.line_code = delta.line_code
        OR (letters_and_digits(line.name) = letters_and_digits(delta.name) AND line.spending_unit = delta.spending_unit)
    )
    WHERE delta.basis = 'delta' AND delta.amount IS NOT NULL AND line.basis = 'restated'
    QUALIFY dense_rank() OVER (
        PARTITION BY delta.edition, delta.document_id, delta.row_no
        ORDER BY
            coalesce((line.line_code = delta.line_code)::INTEGER, 0)
            + (letters_and_digits(line.name) = letters_and_digits(delta.name))::INTEGER DESC
    ) = 1
),
-- Checks that add up a whole programme look at every line and doubt none of them.
doubted AS (
    SELECT finding_id, unnest(cells) AS cell
    FROM named_finding
    WHERE severity <> 'verified'
      AND rule NOT IN ('programme_total', 'parts_of_programme', 'stated_totals', 'promised_goods')
),
doubt AS (
    SELECT document_id, row_no, fiscal_year, list_sort(list(DISTINCT finding_id)) AS doubts
    FROM (SELECT DISTINCT document_id, row_no, fiscal_year, unnest(cells) AS locator FROM line) AS looked_at
    JOIN doubted ON doubted.cell.document_id = looked_at.document_id AND doubted.cell.locator = looked_at.locator
    GROUP BY ALL
),
told AS (
    SELECT
        line.* EXCLUDE (plain_name, things),
        class.kind,
        class.category,
        doubt.doubts,
        CASE
            -- A change of an amendment; further down `changed`: a line that such a change is of, in the same year.
            WHEN line.basis <> 'restated' THEN 'change'
            WHEN class.kind IS NULL THEN 'kind_unknown'
            WHEN class.kind = 'component' THEN 'different_parts'
            -- Services and works, where a quantity of 1 stands for the whole.
            WHEN class.kind NOT IN (
                'pc', 'laptop', 'system_unit', 'tablet', 'monitor', 'mfp', 'printer', 'copier', 'ups', 'camera',
                'network_device', 'antivirus', 'licence'
            ) THEN 'lump'
            -- One quantity for all of them.
            WHEN regexp_matches(plain_name, '\p{L}\s*/\s*\p{L}') OR things > 1 THEN 'several_kinds'
            WHEN changed.row_no IS NOT NULL THEN 'changed'
            WHEN line.amount IS NULL OR line.partly_in_words THEN 'no_amount'
            WHEN line.quantity IS NULL THEN 'no_quantity'
            WHEN line.quantity <= 0 THEN 'zero_quantity'
            WHEN line.amount <= 0 THEN 'zero_amount'
        END AS reason
    FROM named AS line
    LEFT JOIN classified_line AS class ON class.document_id = line.document_id AND class.row_no = line.row_no
    LEFT JOIN (SELECT DISTINCT * FROM changed) AS changed
      ON changed.edition = line.edition AND changed.document_id = line.document_id AND changed.row_no = line.row_no
     AND changed.fiscal_year IS NOT DISTINCT FROM line.fiscal_year
    LEFT JOIN doubt
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
    CASE WHEN reason IS NULL THEN (
        ((amount * 100)::HUGEINT * 2000 + (quantity * 1000)::HUGEINT) // (2 * (quantity * 1000)::HUGEINT) * 0.01
    )::DECIMAL(18, 2) END AS unit_price,
    reason,
    locator,
    quantity_locator,
    coalesce(doubts, []) AS doubts
FROM told;

COMMENT ON VIEW unit_prices IS 'What one piece costs in a printed line and year, or the reason why that is not known.';
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
    'Amount of the line in that year over both funds, UAH; empty where none is printed.';
COMMENT ON COLUMN unit_prices.quantity IS 'Quantity of the line in that year; empty where none is printed.';
COMMENT ON COLUMN unit_prices.unit_price IS
    'amount / quantity, UAH, rounded half up to the kopiyka; empty where a reason is given.';
COMMENT ON COLUMN unit_prices.reason IS
    'Why there is no price, empty where it is known: change, kind_unknown, different_parts, lump, several_kinds, '
    'changed, no_amount, no_quantity, zero_quantity, zero_amount.';
COMMENT ON COLUMN unit_prices.locator IS 'Where the amount stands; that of the larger fund where both print one.';
COMMENT ON COLUMN unit_prices.quantity_locator IS 'Where the quantity stands.';
COMMENT ON COLUMN unit_prices.doubts IS
    'Findings that do not hold and look at these cells; those that add up a whole programme are left out.';
