-- Grain: cell in the comparison of a printed line with its parts, for a fiscal year (without one: all years) and fund; UAH.
-- `moved`: the parts print the line''s money of that year in the other fund.
CREATE VIEW line_sum AS
WITH silent AS (
    -- Words in place of an amount: then nothing can be added up.
    SELECT DISTINCT document_id, section, basis, row_no, fiscal_year FROM allocation WHERE funding_note IS NOT NULL
),
parent AS (
    SELECT line.*, line_no AS parent_no, level AS parent_level FROM line WHERE NOT is_lowest
),
of_fund AS (
    SELECT parent.document_id, parent.section, parent.basis, parent.parent_no, parent.parent_level, 'printed' AS role,
        allocation.fiscal_year, allocation.fund, allocation.fund AS label, allocation.row_no, allocation.locator,
        allocation.amount, false AS untold
    FROM parent
    JOIN allocation USING (document_id, section, basis, row_no)
    WHERE allocation.amount IS NOT NULL AND allocation.fund IN ('general', 'special', 'total')
    UNION ALL
    SELECT part.document_id, part.section, part.basis, part.parent_no, NULL, 'part',
        allocation.fiscal_year, allocation.fund, coalesce(part.line_code, part.name), allocation.row_no,
        allocation.locator, allocation.amount, false
    FROM line_parent AS part
    JOIN allocation USING (document_id, section, basis, row_no)
    WHERE allocation.amount IS NOT NULL AND allocation.fund IN ('general', 'special')
    UNION ALL
    SELECT part.document_id, part.section, part.basis, part.parent_no, NULL, 'part',
        line_cell.fiscal_year, 'total', coalesce(part.line_code, part.name), line_cell.row_no,
        line_cell.locator, line_cell.amount, line_cell.fund = 'unspecified'
    FROM line_parent AS part
    JOIN line_cell USING (document_id, section, basis, row_no)
    WHERE line_cell.fiscal_year IS NOT NULL
    UNION ALL
    -- Over all years: the part''s own total, or where none is printed its years.
    (SELECT part.document_id, part.section, part.basis, part.parent_no, NULL, 'part',
        NULL, 'total', coalesce(part.line_code, part.name), line_cell.row_no, line_cell.locator, line_cell.amount,
        false
    FROM line_parent AS part
    JOIN line_cell USING (document_id, section, basis, row_no)
    QUALIFY line_cell.fiscal_year IS NULL OR NOT bool_or(line_cell.fiscal_year IS NULL) OVER (
        PARTITION BY document_id, section, basis, row_no
    ))
),
compared AS (
    SELECT
        *,
        max(parent_level) OVER whole AS level_of_parent,
        bool_or(role = 'printed') OVER parent_year AS has_printed,
        bool_or(role = 'part') OVER parent_year AS has_parts,
        bool_or(role = 'printed' AND fund = 'total') OVER parent_year AS has_total,
        coalesce(sum(amount) FILTER (role = 'printed' AND fund = 'general') OVER parent_year, 0) AS printed_general,
        coalesce(sum(amount) FILTER (role = 'printed' AND fund = 'special') OVER parent_year, 0) AS printed_special,
        coalesce(sum(amount) FILTER (role = 'part' AND fund = 'general') OVER parent_year, 0) AS part_general,
        coalesce(sum(amount) FILTER (role = 'part' AND fund = 'special') OVER parent_year, 0) AS part_special,
        bool_or(untold) OVER parent_year AS is_untold
    FROM of_fund
    WINDOW whole AS (PARTITION BY document_id, section, basis, parent_no),
        parent_year AS (PARTITION BY document_id, section, basis, parent_no, fiscal_year)
)
SELECT
    compared.document_id, compared.section, compared.basis, compared.parent_no, compared.level_of_parent AS parent_level,
    compared.role, compared.fiscal_year, compared.fund, compared.label, compared.row_no, compared.locator, compared.amount,
    parent.line_code, parent.name, parent.spending_unit,
    compared.printed_general,
    compared.part_general,
    compared.printed_general <> compared.part_general
        AND compared.printed_general + compared.printed_special = compared.part_general + compared.part_special AS moved
FROM compared
JOIN (SELECT DISTINCT ON (document_id, section, basis, line_no) * FROM line ORDER BY row_no) AS parent
  ON parent.document_id = compared.document_id AND parent.section = compared.section
 AND parent.basis = compared.basis AND parent.line_no = compared.parent_no
WHERE compared.has_printed
  AND compared.has_parts
  -- A line that prints its funds and no total has none to compare.
  AND (compared.fund <> 'total' OR compared.has_total)
  -- Where a part does not say which fund pays, the funds cannot be compared.
  AND (compared.fund = 'total' OR NOT compared.is_untold)
  -- Each fund is compared only where the line itself is divided by funds.
  AND (compared.fund = 'total' OR compared.printed_general <> 0 OR compared.printed_special <> 0)
  AND NOT EXISTS (
      FROM silent
      JOIN line_parent AS part USING (document_id, section, basis, row_no)
      WHERE part.document_id = compared.document_id AND part.section = compared.section
        AND part.basis = compared.basis AND part.parent_no = compared.parent_no
        AND (silent.fiscal_year = compared.fiscal_year OR compared.fiscal_year IS NULL)
  );

COMMENT ON VIEW line_sum IS 'Helper. One cell in the comparison of a printed line with the lines that are its parts.';
COMMENT ON COLUMN line_sum.parent_no IS 'Number of the line that is compared with its parts, as in line.';
COMMENT ON COLUMN line_sum.parent_level IS 'How deep that line stands.';
COMMENT ON COLUMN line_sum.role IS 'printed: a cell of the line; part: one of its parts.';
COMMENT ON COLUMN line_sum.label IS 'Which cell it is: the fund, or the number of the part.';
COMMENT ON COLUMN line_sum.row_no IS 'Place of the row of the cell in the file.';
COMMENT ON COLUMN line_sum.line_code IS 'Number of the line that is compared, as printed.';
COMMENT ON COLUMN line_sum.name IS 'What that line is for, as printed.';
COMMENT ON COLUMN line_sum.spending_unit IS 'The spending unit of that line.';
COMMENT ON COLUMN line_sum.printed_general IS 'What the line itself prints for the general fund of the year, UAH; zero where it prints nothing.';
COMMENT ON COLUMN line_sum.part_general IS 'What its parts print for the general fund of the year, UAH.';
COMMENT ON COLUMN line_sum.moved IS 'Whether the parts print the money of the line in the other fund.';
