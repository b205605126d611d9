-- Compares: whether the lowest lines of one name that a spending unit or direction has are different lines, or one
-- printed twice with the same amounts. Here the name alone makes lines the same: a line printed twice usually carries
-- two numbers.
WITH line_of_name AS (
    SELECT
        line.document_id,
        concat_ws(
            '/', line.section, line.basis, line.spending_unit, line.spending_direction, letters_and_digits(line.name)
        ) AS subject,
        line.row_no,
        line.line_code,
        line.name,
        line.locator,
        list((allocation.fiscal_year, allocation.fund, allocation.amount)
            ORDER BY allocation.fiscal_year, allocation.fund) AS amounts
    FROM line
    JOIN allocation USING (document_id, section, basis, row_no)
    WHERE line.is_lowest AND line.basis <> 'current' AND line.has_amounts
    GROUP BY ALL
)
SELECT
    document_id,
    subject,
    concat_ws(' ', min(line_code) OVER of_name, min(name) OVER of_name) AS scope,
    'named' AS role,
    locator,
    line_code AS label,
    row_no AS place,
    count(*) OVER of_name = count(DISTINCT amounts) OVER of_name AS holds,
    'warning' AS severity
FROM line_of_name
WINDOW of_name AS (PARTITION BY document_id, subject), same AS (PARTITION BY document_id, subject, amounts)
-- Where some are the same, only those are named.
QUALIFY count(*) OVER same > 1 OR count(*) OVER of_name = count(DISTINCT amounts) OVER of_name
