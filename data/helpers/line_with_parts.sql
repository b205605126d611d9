-- Grain: cell of a printed line or of one of its parts, by fiscal year (without one: all years) and fund; UAH. Only
-- where both print something that can be compared.
-- `moved`: the parts print the line's money of that year in the other fund.
CREATE VIEW line_with_parts AS
WITH silent AS (
    -- Words in place of an amount: then nothing can be added up.
    SELECT DISTINCT document_id, section, basis, row_no, fiscal_year FROM allocation WHERE funding_note IS NOT NULL
),
of_fund AS (
    SELECT line.document_id, line.section, line.basis, line.line_no, 'printed' AS role,
        allocation.fiscal_year, allocation.fund, allocation.fund AS label, allocation.row_no, allocation.locator,
        allocation.amount, false AS untold
    FROM line
    JOIN allocation USING (document_id, section, basis, row_no)
    WHERE NOT line.is_lowest AND allocation.amount IS NOT NULL AND allocation.fund IN ('general', 'special', 'total')
    UNION ALL
    SELECT part.document_id, part.section, part.basis, part.parent_no, 'part',
        allocation.fiscal_year, allocation.fund, coalesce(part.line_code, part.name), allocation.row_no,
        allocation.locator, allocation.amount, false
    FROM line_parent AS part
    JOIN allocation USING (document_id, section, basis, row_no)
    WHERE allocation.amount IS NOT NULL AND allocation.fund IN ('general', 'special')
    UNION ALL
    SELECT part.document_id, part.section, part.basis, part.parent_no, 'part',
        line_cell.fiscal_year, 'total', coalesce(part.line_code, part.name), line_cell.row_no,
        line_cell.locator, line_cell.amount, line_cell.fund = 'unspecified'
    FROM line_parent AS part
    JOIN line_cell USING (document_id, section, basis, row_no)
    WHERE line_cell.fiscal_year IS NOT NULL
    UNION ALL
    -- Over all years: the part's own total, or where none is printed its years.
    (SELECT part.document_id, part.section, part.basis, part.parent_no, 'part',
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
        -- A year that only one side prints is compared where the other side prints years, too.
        bool_or(role = 'printed') OVER years AS has_printed,
        bool_or(role = 'part') OVER years AS has_parts,
        bool_or(role = 'printed' AND fund = 'total') OVER years AS has_total,
        coalesce(sum(amount) FILTER (role = 'printed' AND fund = 'general') OVER line_year, 0) AS printed_general,
        coalesce(sum(amount) FILTER (role = 'printed' AND fund = 'special') OVER line_year, 0) AS printed_special,
        coalesce(sum(amount) FILTER (role = 'part' AND fund = 'general') OVER line_year, 0) AS part_general,
        coalesce(sum(amount) FILTER (role = 'part' AND fund = 'special') OVER line_year, 0) AS part_special,
        bool_or(untold) OVER line_year AS is_untold
    FROM of_fund
    WINDOW
        line_year AS (PARTITION BY document_id, section, basis, line_no, fiscal_year),
        years AS (PARTITION BY document_id, section, basis, line_no, fiscal_year IS NULL)
)
SELECT
    compared.document_id,
    compared.section,
    compared.basis,
    compared.line_no,
    line.level,
    EXISTS (
        FROM line_parent AS part
        WHERE part.document_id = line.document_id AND part.section = line.section AND part.basis = line.basis
          AND part.parent_no = line.line_no AND NOT part.is_lowest
    ) AS has_subtotals,
    CASE line.level WHEN 'programme' THEN 'programme' ELSE concat_ws(' ', line.line_code, line.name) END AS scope,
    compared.role,
    compared.fiscal_year,
    compared.fund,
    compared.label,
    compared.row_no,
    compared.locator,
    compared.amount,
    compared.printed_general,
    compared.part_general,
    compared.printed_general <> compared.part_general
        AND compared.printed_general + compared.printed_special = compared.part_general + compared.part_special AS moved
FROM compared
JOIN (SELECT DISTINCT ON (document_id, section, basis, line_no) * FROM line ORDER BY row_no) AS line
  ON line.document_id = compared.document_id AND line.section = compared.section AND line.basis = compared.basis
 AND line.line_no = compared.line_no
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
        AND part.basis = compared.basis AND part.parent_no = compared.line_no
        AND (silent.fiscal_year = compared.fiscal_year OR compared.fiscal_year IS NULL)
  );

COMMENT ON VIEW line_with_parts IS 'One cell of a printed line or of a line that is a part of it.';
COMMENT ON COLUMN line_with_parts.line_no IS 'Number of the line that has parts, as in line.';
COMMENT ON COLUMN line_with_parts.level IS 'How deep that line stands.';
COMMENT ON COLUMN line_with_parts.has_subtotals IS 'Whether any of its parts has parts of its own.';
COMMENT ON COLUMN line_with_parts.scope IS 'Number and name of that line, or programme.';
COMMENT ON COLUMN line_with_parts.role IS 'printed: a cell of the line; part: one of its parts.';
COMMENT ON COLUMN line_with_parts.label IS 'Which cell it is: the fund, or the number of the part.';
COMMENT ON COLUMN line_with_parts.row_no IS 'Place of the row of the cell in the file.';
COMMENT ON COLUMN line_with_parts.printed_general IS
    'What the line itself prints for the general fund of the year, UAH; zero where it prints nothing.';
COMMENT ON COLUMN line_with_parts.part_general IS 'What its parts print for the general fund of the year, UAH.';
COMMENT ON COLUMN line_with_parts.moved IS 'Whether the parts print the money of the line in the other fund.';
