-- Grain: line of a plan x fund x what a report needs of its money: the plan, and the cash where the plan is not zero;
-- UAH. A known figure has its own cell, a missing one that of the plan.
WITH plan AS MATERIALIZED (
    SELECT *
    FROM report_plan
    WHERE edition = $edition AND fiscal_year = $year
),
paid AS (
    SELECT line_id, plan.fund, arg_max(report, (report.period, report.as_of, report.locator)) AS own
    FROM plan
    JOIN execution AS report
      ON letters_and_digits(report.name) = letters_and_digits(plan.name)
     AND report.line_code IS NOT DISTINCT FROM plan.line_code
     AND report.fund = plan.fund
    JOIN document ON document.document_id = report.document_id AND document.programme_id = plan.programme_id
    WHERE list_contains($periods, report.period) AND report.cash IS NOT NULL
    GROUP BY ALL
)
SELECT 'funding' AS direction, 'plan' AS asked, line_id AS subject, line_code, name, fund, 'UAH' AS unit,
    funding_note AS known, amount AS figure, document_id, locator
FROM plan
UNION ALL
SELECT 'funding', 'cash', line_id, line_code, name, fund, 'UAH', NULL, paid.own.cash,
    coalesce(paid.own.document_id, plan.document_id),
    coalesce(paid.own.cash_locator, paid.own.locator, plan.locator)
FROM plan
LEFT JOIN paid USING (line_id, fund)
WHERE amount IS DISTINCT FROM 0
