-- Compares: the printed total of a line over all years with its years; UAH.
SELECT
    document_id,
    concat_ws('/', section, basis, line_no) AS subject,
    concat_ws(' ', line_code, name) AS scope,
    'total' AS fund,
    'UAH' AS unit,
    CASE WHEN fiscal_year IS NULL THEN 'printed' ELSE 'part' END AS role,
    locator,
    fiscal_year::VARCHAR AS label,
    amount AS "value",
    fiscal_year AS place
FROM line_cell
WHERE NOT EXISTS (
    FROM allocation AS silent
    WHERE silent.document_id = line_cell.document_id AND silent.row_no = line_cell.row_no
      AND silent.basis = line_cell.basis AND silent.funding_note IS NOT NULL
)
WINDOW line AS (PARTITION BY document_id, section, basis, line_no)
QUALIFY bool_or(fiscal_year IS NULL) OVER line AND bool_or(fiscal_year IS NOT NULL) OVER line
