-- Grain: document x row of execution x period x fund; UAH, cumulative from January. Rows of different levels or funds
-- state the same money: add up rows of one level (line or programme), and of the funds either both or their total.
CREATE VIEW budget_execution AS
WITH reported AS (
    SELECT
        document.programme_id,
        document.kind,
        execution.*,
        left(period, 4)::INTEGER AS fiscal_year,
        try_cast(substr(period, 6, 2) AS INTEGER) AS "month",
        CASE
            WHEN kind = 'treasury' THEN CASE
                WHEN typical_code = '0000' OR functional_code = '0000' THEN 'other'
                WHEN economic_code IS NULL OR economic_code = '0000' THEN 'programme'
                -- A code above others, as 2200 above 2240, adds them up.
                WHEN EXISTS (
                    FROM execution AS below
                    WHERE below.document_id = execution.document_id AND below.period = execution.period
                      AND below.fund = execution.fund
                      AND below.budget_code IS NOT DISTINCT FROM execution.budget_code
                      AND below.programme_code IS NOT DISTINCT FROM execution.programme_code
                      AND below.typical_code IS NOT DISTINCT FROM execution.typical_code
                      AND below.functional_code IS NOT DISTINCT FROM execution.functional_code
                      AND below.economic_code <> execution.economic_code
                      AND starts_with(below.economic_code, rtrim(execution.economic_code, '0'))
                ) THEN 'other'
                ELSE 'line'
            END
            -- The total of both funds of a line is a total too, but of that line.
            WHEN bool_or(NOT is_total) OVER (PARTITION BY document_id, row_no) THEN 'line'
            WHEN row_no = min(
                CASE WHEN is_total AND line_code IS NULL AND regexp_matches(lower(name), '^\W*(усього|всього)')
                THEN row_no END
            ) OVER (PARTITION BY document_id, period) THEN 'programme'
            -- The local programmes of a report say the same once more.
            ELSE 'other'
        END AS level
    FROM execution
    JOIN document USING (document_id)
)
SELECT
    programme_id,
    reported.document_id,
    reported.kind,
    execution_scope(
        reported.kind, reported.budget_code, reported.programme_code, reported.typical_code, reported.functional_code,
        programme_id, reported.document_id
    ) AS scope,
    reported.row_no,
    reported.budget_code,
    reported.programme_code,
    reported.typical_code,
    reported.functional_code,
    reported.economic_code,
    reported.level,
    reported.line_code,
    reported.name,
    reported.fiscal_year,
    reported."month",
    reported.fund,
    reported.is_total,
    approved.amount AS approved_plan,
    reported.revised_plan,
    reported.estimates,
    reported.cash,
    (reported.revised_plan - reported.cash)::DECIMAL(18, 2) AS deviation,
    reported.locator,
    coalesce(reported.cash_locator, CASE WHEN reported.cash IS NOT NULL THEN reported.locator END) AS cash_locator,
    approved.document_id AS approved_document_id,
    approved.locator AS approved_locator
FROM reported
LEFT JOIN LATERAL (
    SELECT
        CASE WHEN count(amount) = count(*) THEN sum(amount)::DECIMAL(18, 2) END AS amount,
        min(passport.document_id) AS document_id,
        arg_min(passport.locator, passport.document_id) AS locator
    FROM passport_amount AS passport
    WHERE passport.is_first
      AND passport.budget_code = rpad(reported.budget_code, 11, '0')
      AND same_programme(
          reported.programme_code, reported.typical_code, reported.functional_code,
          passport.programme_code, passport.typical_code, passport.functional_code
      )
      AND passport.fiscal_year = reported.fiscal_year
      AND passport.fund = reported.fund
      AND (
          (passport.is_whole AND reported.level = 'programme')
          OR (
              NOT passport.is_whole AND reported.level = 'line' AND reported.kind = 'execution_report'
              AND passport.line_code = reported.line_code
              AND letters_and_digits(passport.name) = letters_and_digits(reported.name)
          )
      )
) AS approved ON true;

COMMENT ON VIEW budget_execution IS
    'What was planned and paid: a row of a report on execution, of Treasury data or of entered cash, by fund.';
COMMENT ON COLUMN budget_execution.programme_id IS
    'The local programme that the document is registered with; its scope may be another than that of the budget '
    'programme.';
COMMENT ON COLUMN budget_execution.document_id IS 'The document that reports it.';
COMMENT ON COLUMN budget_execution.kind IS 'What the document is: treasury, execution_report or actuals.';
COMMENT ON COLUMN budget_execution.scope IS
    'What the row is about: kind, budget and budget programme; rows of different scopes are never added up.';
COMMENT ON COLUMN budget_execution.row_no IS 'Place of the row in the file.';
COMMENT ON COLUMN budget_execution.budget_code IS 'Code of the budget, 11 digits; empty for entered cash.';
COMMENT ON COLUMN budget_execution.programme_code IS
    'Code of the budget programme, 7 digits; empty where only the typical code is named.';
COMMENT ON COLUMN budget_execution.typical_code IS 'Typical programme classification, 4 digits.';
COMMENT ON COLUMN budget_execution.functional_code IS 'Functional classification, 4 digits.';
COMMENT ON COLUMN budget_execution.economic_code IS 'Economic classification; 0000 adds up all codes.';
COMMENT ON COLUMN budget_execution.level IS
    'line: a lowest row (a direction, an economic code); programme: the printed total of the budget programme; other: '
    'says the same money again (an economic code above others, the local programmes of a report).';
COMMENT ON COLUMN budget_execution.line_code IS 'Number of the line as printed.';
COMMENT ON COLUMN budget_execution.name IS 'The direction or the name of a code, as printed.';
COMMENT ON COLUMN budget_execution.fiscal_year IS 'Budget year.';
COMMENT ON COLUMN budget_execution."month" IS
    'The last month that the amounts cover, counted from January; empty where the document names only the year. Month '
    '12 is the year.';
COMMENT ON COLUMN budget_execution.fund IS
    'general, special, total (never added to the other two) or unspecified (entered cash of a line that names no '
    'fund).';
COMMENT ON COLUMN budget_execution.is_total IS 'Whether the row adds up others, by line, code or fund.';
COMMENT ON COLUMN budget_execution.approved_plan IS
    'What the first passport of the budget programme and year approved: point 4 for its total, point 9 for a direction '
    'of the same number and name, UAH; empty where no such passport was read.';
COMMENT ON COLUMN budget_execution.revised_plan IS
    'Plan of the year with changes (in a report: what it calls approved), UAH; empty where none is printed.';
COMMENT ON COLUMN budget_execution.estimates IS
    'Estimates of the spending units for the year with changes, UAH; of Treasury data only.';
COMMENT ON COLUMN budget_execution.cash IS 'Cash expenditure from January on, UAH; empty where none is printed.';
COMMENT ON COLUMN budget_execution.deviation IS
    'revised_plan - cash, UAH, whatever sign the document prints: above zero, less was paid than planned.';
COMMENT ON COLUMN budget_execution.locator IS 'Where the plan stands, or the first amount of the row.';
COMMENT ON COLUMN budget_execution.cash_locator IS 'Where the cash stands.';
COMMENT ON COLUMN budget_execution.approved_document_id IS 'The passport that approved_plan is of.';
COMMENT ON COLUMN budget_execution.approved_locator IS 'Where it stands there.';
