-- Grain: edition x line of the plan x fiscal year (without one: all years) x fund; UAH, lowest lines only.
-- A change of a line that no plan prints makes a new line; where an act that nobody has stands between, it may have
-- added the line, and what the change is made to is not known. The same is true where the plan prints words.
CREATE VIEW edition_amount AS
WITH printed AS (
    SELECT
        edition_line.*,
        act.act_no,
        act.missing_act,
        bool_or(basis = 'restated') OVER (
            PARTITION BY edition_line.edition, edition_line.line_id, edition_line.fiscal_year
        ) AS is_printed
    FROM edition_line
    JOIN edition AS act ON act.edition = edition_line.document_id
    WHERE edition_line.line_id IS NOT NULL
),
-- Number and names are those of the newest act that prints them.
called AS (
    SELECT
        edition,
        line_id,
        arg_max(line_code, (act_no, row_no)) AS line_code,
        arg_max(name, (act_no, row_no)) AS name,
        arg_max(spending_unit, (act_no, row_no)) AS spending_unit,
        arg_max(spending_direction, (act_no, row_no)) AS spending_direction,
        arg_max(task, (act_no, row_no)) AS task,
        arg_min(basis, act_no) = 'delta' AND arg_min_null(missing_act, act_no) IS NOT NULL AS added_unseen
    FROM printed
    GROUP BY edition, line_id
)
SELECT
    printed.programme_id,
    edition,
    line_id,
    called.line_code,
    called.name,
    called.spending_unit,
    called.spending_direction,
    called.task,
    printed.fiscal_year,
    printed.fund,
    sum(printed.amount)::DECIMAL(18, 2) AS amount,
    any_value(printed.funding_note) AS funding_note,
    bool_or(called.added_unseen AND NOT is_printed)
        OR (count(printed.amount) > 0 AND count(printed.funding_note) > 0) AS base_unknown,
    list(
        {'document_id': document_id, 'locator': locator, 'basis': basis, 'value': printed.amount}
        ORDER BY act_no, row_no, locator
    ) FILTER (printed.amount IS NOT NULL OR printed.funding_note IS NOT NULL) AS cells
FROM printed
JOIN called USING (edition, line_id)
GROUP BY ALL
HAVING count(printed.amount) > 0 OR count(printed.funding_note) > 0;

COMMENT ON VIEW edition_amount IS 'What an edition plans for a line in a year and fund; more in plan_editions.';
COMMENT ON COLUMN edition_amount.cells IS 'As in plan_editions.';
