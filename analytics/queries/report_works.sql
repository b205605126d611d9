-- Grain: line of a plan x what a report needs of its works and results. A known answer has its own cell, a missing one
-- that of the line; a value entered by hand has the number of its entry and no document.
WITH line AS MATERIALIZED (
    SELECT edition, line_id, any_value(line_code) AS line_code, any_value(name) AS name,
        arg_min(document_id, locator) AS document_id, min(locator) AS locator
    FROM report_plan
    WHERE edition = $edition AND fiscal_year = $year
    GROUP BY ALL
),
measured AS (
    SELECT line_id, arg_max(measure, (measure.term IS NOT NULL, measure.expected_result IS NOT NULL)) AS own
    FROM measure
    JOIN plan_line USING (document_id, row_no)
    GROUP BY ALL
),
told AS (
    SELECT line_id, arg_max(report, (report.period, report.as_of, report.locator)) AS own
    FROM line
    JOIN execution AS report
      ON letters_and_digits(report.name) = letters_and_digits(line.name)
     AND report.line_code IS NOT DISTINCT FROM line.line_code
    JOIN document ON document.document_id = report.document_id AND document.programme_id = $programme_id
    WHERE list_contains($periods, report.period) AND report.note IS NOT NULL
    GROUP BY ALL
),
reached AS (
    SELECT line_id, arg_min(figure, (figure.document_id, figure.row_no, figure.fund IS NOT NULL, figure.fund)) AS own
    FROM line
    JOIN attainment_with($entered) AS figure
      ON letters_and_digits(figure.measure)
         IN (letters_and_digits(line.name), letters_and_digits(concat(line.line_code, line.name)))
    JOIN programme USING (programme_id)
    WHERE programme_id = $programme_id
      AND coalesce(figure.fiscal_year, last_year) = $year
      AND (figure.actual IS NOT NULL OR figure.actual_text IS NOT NULL)
    GROUP BY ALL
)
SELECT
    asked.direction,
    asked.asked,
    line_id AS subject,
    line.line_code,
    line.name,
    NULL AS fund,
    asked.unit,
    asked.known,
    asked.figure,
    CASE WHEN asked.is_known THEN asked.document_id ELSE line.document_id END AS document_id,
    CASE WHEN asked.is_known THEN asked.locator ELSE line.locator END AS locator
FROM line
LEFT JOIN measured USING (line_id)
LEFT JOIN told USING (line_id)
LEFT JOIN reached USING (line_id),
    (SELECT unnest([
        {'direction': 'works', 'asked': 'term', 'is_known': measured.own.term IS NOT NULL,
         'known': measured.own.term, 'figure': NULL, 'unit': NULL,
         'document_id': measured.own.document_id, 'locator': measured.own.locator},
        {'direction': 'works', 'asked': 'state', 'is_known': told.own.note IS NOT NULL,
         'known': told.own.note, 'figure': NULL, 'unit': NULL,
         'document_id': told.own.document_id, 'locator': told.own.locator},
        {'direction': 'results', 'asked': 'expected', 'is_known': measured.own.expected_result IS NOT NULL,
         'known': measured.own.expected_result, 'figure': NULL, 'unit': NULL,
         'document_id': measured.own.document_id, 'locator': measured.own.locator},
        {'direction': 'results', 'asked': 'reached', 'is_known': reached.line_id IS NOT NULL,
         'known': reached.own.actual_text, 'figure': reached.own.actual, 'unit': reached.own.unit,
         'document_id': reached.own.actual_document_id, 'locator': reached.own.actual_locator}
    ], recursive := true)) AS asked
