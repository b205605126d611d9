-- Compares: a figure with the budgets it comes from, where both are printed, by year; UAH: of the whole programme, of
-- its resources or of a measure. One budget alone may be one of several, so it is compared only where it is the whole
-- figure.
WITH figure AS (
    SELECT
        *,
        coalesce(fiscal_year::VARCHAR, 'all') AS year,
        -- The rows of one line: its whole and its budgets.
        concat_ws(
            '/', section, basis, level,
            CASE WHEN level <> 'programme' THEN [line_code, spending_unit, spending_direction, task, name]::VARCHAR END
        ) AS line
    FROM allocation
    WHERE amount IS NOT NULL AND basis <> 'current'
    QUALIFY fund IN ('total', 'unspecified') OR NOT bool_or(fund = 'total') OVER (
        PARTITION BY document_id, section, basis, row_no, fiscal_year
    )
),
-- Lines may share a name: a budget belongs to the whole that stands above it.
numbered AS (
    SELECT
        * REPLACE (concat_ws('/', line, max(row_no) FILTER (funding_source IS NULL) OVER above) AS line)
    FROM figure
    WINDOW above AS (PARTITION BY document_id, line, year ORDER BY row_no)
),
whole AS (
    SELECT *, concat_ws('/', row_no, year) AS subject
    FROM numbered
    WHERE funding_source IS NULL
),
budgets AS (
    SELECT document_id, line, year, count(DISTINCT funding_source) AS how_many, sum(amount) AS amount
    FROM numbered
    WHERE funding_source IS NOT NULL
    GROUP BY ALL
),
pair AS (
    SELECT document_id, subject, line, year
    FROM (SELECT document_id, subject, line, year, sum(amount) AS amount FROM whole GROUP BY ALL) AS printed
    JOIN budgets USING (document_id, line, year)
    WHERE budgets.how_many > 1 OR budgets.amount = printed.amount
)
SELECT document_id, subject, CASE level WHEN 'programme' THEN level ELSE concat_ws(' ', line_code, name) END AS scope,
    fiscal_year, 'total' AS fund, 'UAH' AS unit, 'printed' AS role, locator, fund AS label, amount AS "value",
    row_no AS place
FROM whole
JOIN pair USING (document_id, subject)
UNION ALL
SELECT source.document_id, pair.subject,
    CASE level WHEN 'programme' THEN level ELSE concat_ws(' ', line_code, name) END,
    source.fiscal_year, 'total', 'UAH', 'part', source.locator, source.funding_source, source.amount, source.row_no
FROM numbered AS source
JOIN pair USING (document_id, line, year)
WHERE source.funding_source IS NOT NULL
