-- Compares: what a document states of the whole programme in its passport or among its resources with the total of its
-- table of measures or, where none is printed, its lines; where it has no such table, with what it states first; by
-- year, UAH. A statement is a printed whole, or the
-- budgets it comes from together where no whole is printed.
WITH stated AS (
    SELECT
        document_id,
        section,
        row_no,
        locator,
        fiscal_year,
        amount,
        section AS label,
        CASE WHEN funding_source IS NULL THEN locator ELSE concat_ws('/', section, fiscal_year) END AS statement
    FROM allocation
    WHERE section IN ('programme_passport', 'resources')
      AND level = 'programme'
      AND fund IN ('total', 'unspecified')
      AND basis <> 'current'
      AND amount IS NOT NULL
    QUALIFY funding_source IS NULL
        OR NOT bool_or(funding_source IS NULL) OVER (PARTITION BY document_id, section, fiscal_year)
),
measured AS (
    SELECT line_cell.document_id, line_cell.row_no, line_cell.locator, line_cell.fiscal_year, line_cell.amount,
        line_cell.fund, line.is_lowest, line_cell.line_code
    FROM line_cell
    JOIN line USING (document_id, section, basis, row_no)
    WHERE line_cell.section = 'measures' AND line_cell.basis <> 'current'
      AND (line_cell.level = 'programme' OR line.is_lowest)
),
-- The table of measures says it by its own total; where it prints none, by its lowest lines: of that year, or of all
-- years by the years.
annex AS (
    SELECT stated.document_id, 'measures' AS section, measured.row_no, measured.locator, stated.fiscal_year,
        measured.amount, coalesce(CASE WHEN measured.is_lowest THEN measured.line_code END, measured.fund) AS label,
        'annex' AS statement
    FROM (SELECT DISTINCT document_id, fiscal_year FROM stated) AS stated
    JOIN measured
      ON measured.document_id = stated.document_id
     AND (stated.fiscal_year IS NULL OR measured.fiscal_year = stated.fiscal_year)
    WINDOW asked AS (PARTITION BY stated.document_id, stated.fiscal_year)
    QUALIFY measured.is_lowest = bool_and(measured.is_lowest) OVER asked
        AND (measured.fiscal_year IS NULL) = bool_or(
            measured.fiscal_year IS NULL AND NOT measured.is_lowest
        ) OVER asked
),
-- What is compared with: the annex, or else the first statement of the amount.
base AS (
    FROM annex
    UNION ALL
    SELECT * FROM stated
    WHERE NOT EXISTS (
        FROM annex
        WHERE annex.document_id = stated.document_id AND annex.fiscal_year IS NOT DISTINCT FROM stated.fiscal_year
    )
    QUALIFY statement = first_value(statement) OVER (PARTITION BY document_id, fiscal_year ORDER BY row_no)
),
pair AS (
    SELECT DISTINCT stated.document_id, stated.statement AS subject, stated.fiscal_year
    FROM stated
    JOIN base ON base.document_id = stated.document_id AND base.fiscal_year IS NOT DISTINCT FROM stated.fiscal_year
    WHERE base.statement <> stated.statement
)
SELECT pair.document_id, pair.subject, 'programme' AS scope, pair.fiscal_year, 'total' AS fund, 'UAH' AS unit,
    'printed' AS role, stated.locator, stated.label, stated.amount AS "value", stated.row_no AS place
FROM pair
JOIN stated ON stated.document_id = pair.document_id AND stated.statement = pair.subject
UNION ALL
SELECT pair.document_id, pair.subject, 'programme', pair.fiscal_year, 'total', 'UAH',
    'part', base.locator, base.label, base.amount, base.row_no
FROM pair
JOIN base ON base.document_id = pair.document_id AND base.fiscal_year IS NOT DISTINCT FROM pair.fiscal_year
