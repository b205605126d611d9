-- Compares: the quantity of a line and year with those of its parts; pieces. Milder than money: the things counted may
-- differ.
WITH printed AS (
    SELECT DISTINCT document_id, section, basis, row_no, fiscal_year, quantity, quantity_locator
    FROM allocation
    WHERE quantity IS NOT NULL AND quantity_locator IS NOT NULL
),
cell AS (
    SELECT line.document_id, line.section, line.basis, line.line_no AS parent_no, 'printed' AS role, NULL AS label,
        CASE line.level WHEN 'programme' THEN 'programme' ELSE concat_ws(' ', line.line_code, line.name) END AS scope,
        printed.row_no, printed.fiscal_year, printed.quantity, printed.quantity_locator
    FROM line
    JOIN printed USING (document_id, section, basis, row_no)
    WHERE NOT line.is_lowest
    UNION ALL
    SELECT part.document_id, part.section, part.basis, part.parent_no, 'part', coalesce(part.line_code, part.name),
        NULL, printed.row_no, printed.fiscal_year, printed.quantity, printed.quantity_locator
    FROM line_parent AS part
    JOIN printed USING (document_id, section, basis, row_no)
)
SELECT
    document_id,
    concat_ws('/', section, basis, parent_no, fiscal_year) AS subject,
    max(scope) OVER line_year AS scope,
    fiscal_year,
    'pieces' AS unit,
    role,
    quantity_locator AS locator,
    label,
    quantity AS "value",
    row_no AS place,
    'notice' AS severity
FROM cell
WINDOW line_year AS (PARTITION BY document_id, section, basis, parent_no, fiscal_year)
QUALIFY bool_or(role = 'printed') OVER line_year AND bool_or(role = 'part') OVER line_year
