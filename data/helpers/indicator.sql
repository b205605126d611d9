-- Grain: printed indicator (a row of a document, and in a workbook of actual values one of its years), with the
-- indicator of the programme that it is: indicators of one programme are the same where group, name, unit, task and
-- measure are. Where a document prints several such, they are told apart by their order.
CREATE VIEW indicator AS
WITH printed AS (
    SELECT
        document_id,
        row_no,
        CASE document.kind WHEN 'actuals' THEN fiscal_year END AS entered_for,
        any_value(line_code) AS line_code,
        any_value("group") AS "group",
        any_value(name) AS name,
        any_value(indicator_value.unit) AS unit,
        any_value(task) AS task,
        any_value(measure) AS measure,
        arg_min(locator, (fiscal_year, fund)) AS locator,
        any_value(document.programme_id) AS programme_id
    FROM indicator_value
    JOIN document USING (document_id)
    GROUP BY ALL
    UNION ALL
    -- Indicators that a text names and gives no figure for.
    SELECT document_id, row_no, NULL, statement.number, NULL, "text", NULL, NULL, NULL, locator, document.programme_id
    FROM statement
    JOIN document USING (document_id)
    WHERE topic = 'headline_indicator'
      AND NOT EXISTS (
          FROM indicator_value
          WHERE indicator_value.document_id = statement.document_id AND indicator_value.row_no = statement.row_no
      )
),
named AS (
    SELECT
        printed.*,
        concat_ws(
            '|', coalesce("group", ''), letters_and_digits(name), letters_and_digits(coalesce(unit, '')),
            letters_and_digits(coalesce(task, '')), letters_and_digits(coalesce(measure, ''))
        ) AS same
    FROM printed
),
ordered AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY document_id, same, entered_for ORDER BY row_no) AS copy
    FROM named
)
SELECT
    ordered.programme_id,
    first_value(document_id || '/' || row_no) OVER same_one AS indicator_id,
    ordered.* EXCLUDE (programme_id, same, copy, entered_for)
FROM ordered
JOIN document USING (document_id)
WINDOW same_one AS (
    PARTITION BY coalesce(ordered.programme_id, document_id), same, copy
    ORDER BY document.kind = 'actuals', coalesce(document.adopted_on, document.endorsed_on) NULLS LAST, document_id, row_no
);

COMMENT ON VIEW indicator IS 'One printed indicator, and which indicator of the programme it is.';
COMMENT ON COLUMN indicator.indicator_id IS 'The indicator through all documents: the document and row that print it first.';
