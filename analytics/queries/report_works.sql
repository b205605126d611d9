-- Grain: line of a plan x what a report needs of its works and results. A known answer has its own cell, a missing one
-- that of the line.
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
    SELECT line_id, min_by(actual_value.newest, actual_value.called) AS own
    FROM line
    JOIN indicator_value AS target
      ON target.kind = 'target'
     AND letters_and_digits(target.measure)
         IN (letters_and_digits(line.name), letters_and_digits(concat(line.line_code, line.name)))
    JOIN actual_value
      ON actual_value.programme_id = $programme_id
     AND actual_value.called = letters_and_digits(concat(target.measure, target.name))
     AND actual_value."group" IS NOT DISTINCT FROM target."group"
     AND actual_value.fiscal_year = $year
    GROUP BY ALL
)
SELECT
    asked.direction,
    asked.asked,
    line_id AS subject,
    line.line_code,
    line.name,
    NULL AS fund,
    NULL AS unit,
    asked.known,
    NULL AS figure,
    CASE WHEN asked.known IS NULL THEN line.document_id ELSE asked.document_id END AS document_id,
    CASE WHEN asked.known IS NULL THEN line.locator ELSE asked.locator END AS locator
FROM line
LEFT JOIN measured USING (line_id)
LEFT JOIN told USING (line_id)
LEFT JOIN reached USING (line_id),
    (SELECT unnest([
        {'direction': 'works', 'asked': 'term', 'known': measured.own.term,
         'document_id': measured.own.document_id, 'locator': measured.own.locator},
        {'direction': 'works', 'asked': 'state', 'known': told.own.note,
         'document_id': told.own.document_id, 'locator': told.own.locator},
        {'direction': 'results', 'asked': 'expected', 'known': measured.own.expected_result,
         'document_id': measured.own.document_id, 'locator': measured.own.locator},
        {'direction': 'results', 'asked': 'reached', 'known': reached.own.printed,
         'document_id': reached.own.document_id, 'locator': reached.own.locator}
    ], recursive := true)) AS asked
