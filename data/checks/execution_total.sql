-- Compares: the total of the directions in a report on execution with the directions, by fund; UAH. Approved and cash
-- apart. The local programmes below them print the same money again.
WITH figure AS (
    SELECT
        *,
        min(CASE WHEN is_total AND fund <> 'total' AND line_code IS NULL THEN row_no END) OVER report AS total_row
    FROM execution_figure
    WHERE kind = 'execution_report' AND fund IN ('general', 'special', 'total')
    WINDOW report AS (PARTITION BY document_id, period, programme_code)
)
SELECT
    document_id,
    concat_ws('/', period, programme_code, fund, figure) AS subject,
    'programme' AS scope,
    left(period, 4)::INTEGER AS fiscal_year,
    fund,
    'UAH' AS unit,
    CASE row_no WHEN total_row THEN 'printed' ELSE 'part' END AS role,
    locator,
    CASE row_no WHEN total_row THEN fund ELSE coalesce(line_code, name) END AS label,
    amount AS "value",
    row_no AS place
FROM figure
WHERE row_no <= total_row
QUALIFY bool_or(row_no = total_row) OVER (PARTITION BY document_id, period, programme_code, fund, figure)
    AND bool_or(row_no < total_row) OVER (PARTITION BY document_id, period, programme_code)
