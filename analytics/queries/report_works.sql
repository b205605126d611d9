-- Grain: line of a plan x what a report needs of its works and results. A known answer has its own cell, a missing one
-- that of the line; a value entered by hand has the number of its entry and no document. An actual value is asked for
-- only where an indicator of the year is linked to the line.
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
figure AS MATERIALIZED (
    -- What was put in is no result: the plan and the cash tell it.
    SELECT figure.*
    FROM attainment_with($entered) AS figure
    JOIN programme USING (programme_id)
    WHERE programme_id = $programme_id
      AND coalesce(fiscal_year, last_year) = $year
      AND "group" IS DISTINCT FROM 'input'
),
linked AS (
    -- An indicator measures the line that it names; in a passport, which names none, the one that the amounts prove.
    SELECT line_id, indicator_id
    FROM line
    JOIN figure
      ON letters_and_digits(figure.measure)
         IN (letters_and_digits(line.name), letters_and_digits(concat(line.line_code, line.name)))
    UNION
    SELECT concat_ws('/', document_id, line_row_no), indicator_id
    FROM indicator_line
    JOIN indicator USING (document_id, row_no)
    WHERE document_id = $edition AND is_proven
),
reached AS (
    -- Of several indicators the product tells first what was reached.
    SELECT
        line_id,
        arg_min(figure, (
            list_position(['output', 'quality', 'efficiency'], "group"), figure.document_id, figure.row_no,
            figure.fund IS NOT NULL, figure.fund
        )) FILTER (actual IS NOT NULL OR actual_text IS NOT NULL) AS own
    FROM linked
    JOIN figure USING (indicator_id)
    GROUP BY line_id
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
        {'direction': 'results', 'asked': 'reached', 'is_known': reached.own IS NOT NULL,
         'known': reached.own.actual_text, 'figure': reached.own.actual, 'unit': reached.own.unit,
         'document_id': reached.own.actual_document_id, 'locator': reached.own.actual_locator}
    ], recursive := true)) AS asked
WHERE asked.asked <> 'reached' OR reached.line_id IS NOT NULL
