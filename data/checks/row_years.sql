-- Compares: what a row prints over all years with its years; UAH. A year counts by its total, or else by its funds.
SELECT
    document_id,
    concat_ws('/', section, basis, row_no, funding_source) AS subject,
    CASE level WHEN 'programme' THEN 'programme' ELSE concat_ws(' ', line_code, name) END AS scope,
    'total' AS fund,
    'UAH' AS unit,
    CASE WHEN fiscal_year IS NULL THEN 'printed' ELSE 'part' END AS role,
    locator,
    fiscal_year::VARCHAR AS label,
    amount AS "value",
    fiscal_year AS place
FROM (
    FROM allocation
    WHERE amount IS NOT NULL
    QUALIFY fund = 'total' OR NOT bool_or(fund = 'total') OVER (
        PARTITION BY document_id, section, basis, row_no, funding_source, fiscal_year
    )
) AS figure
WHERE NOT EXISTS (
    FROM allocation AS silent
    WHERE silent.document_id = figure.document_id AND silent.row_no = figure.row_no
      AND silent.basis = figure.basis AND silent.funding_note IS NOT NULL
)
WINDOW line AS (PARTITION BY document_id, section, basis, row_no, funding_source)
QUALIFY bool_or(fiscal_year IS NULL) OVER line AND bool_or(fiscal_year IS NOT NULL) OVER line
