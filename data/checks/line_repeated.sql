-- Compares: whether the lowest lines of one name under one line are different lines, or one printed twice with the same
-- amounts. Here the name alone makes lines the same: a line printed twice usually carries two numbers.
WITH line_of_name AS (
    SELECT
        part.document_id,
        concat_ws('/', part.section, part.basis, part.parent_no, letters_and_digits(part.name)) AS subject,
        part.row_no,
        part.line_code,
        part.name,
        part.locator,
        list((allocation.fiscal_year, allocation.fund, allocation.amount, allocation.quantity)
            ORDER BY allocation.fiscal_year, allocation.fund) AS amounts
    FROM line_parent AS part
    JOIN allocation USING (document_id, section, basis, row_no)
    WHERE part.is_lowest AND part.basis <> 'current' AND part.has_amounts
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
WINDOW of_name AS (PARTITION BY document_id, subject)
