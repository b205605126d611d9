-- Grain: edition, or passport of a budget programme, x fiscal year x fund x spending unit x spending direction x
-- direction and task of the national list x kind of thing bought; UAH, lowest lines only.
CREATE VIEW spending_by_direction AS
SELECT
    programme_id,
    edition,
    fiscal_year,
    fund,
    spending_unit,
    own_direction AS spending_direction,
    national_direction,
    national_task,
    kind,
    category,
    sum(amount) AS amount,
    count(DISTINCT (document_id, row_no)) AS lines,
    count(DISTINCT CASE WHEN amount IS NULL THEN (document_id, row_no) END) AS lines_without_amount,
    is_passport
FROM spending_line
LEFT JOIN classified_line USING (document_id, row_no)
GROUP BY ALL;

COMMENT ON VIEW spending_by_direction IS
    'The plan of an edition by year, fund, spending unit, direction and kind of thing bought.';
COMMENT ON COLUMN spending_by_direction.programme_id IS 'The programme.';
COMMENT ON COLUMN spending_by_direction.edition IS
    'The act after which the plan stands so, or the passport: its document_id. Never add one to another.';
COMMENT ON COLUMN spending_by_direction.fiscal_year IS 'Budget year.';
COMMENT ON COLUMN spending_by_direction.fund IS 'general, special, or unspecified where only a total is printed.';
COMMENT ON COLUMN spending_by_direction.spending_unit IS 'The spending unit as printed.';
COMMENT ON COLUMN spending_by_direction.spending_direction IS
    'The direction as printed; where the document names none, the task, by its name in the newest act of the edition.';
COMMENT ON COLUMN spending_by_direction.national_direction IS
    'Priority direction of the national list, as in national_task; empty where none fits.';
COMMENT ON COLUMN spending_by_direction.national_task IS
    'Task of that list, as in national_task; empty where the list names none.';
COMMENT ON COLUMN spending_by_direction.kind IS 'The kind of thing bought; empty where no rule knows the name.';
COMMENT ON COLUMN spending_by_direction.category IS
    'What the kind is: hardware, software, services, protection or people.';
COMMENT ON COLUMN spending_by_direction.amount IS 'Sum of the lowest lines, UAH; empty where no line prints an amount.';
COMMENT ON COLUMN spending_by_direction.lines IS 'How many printed lines, those of amendments among them.';
COMMENT ON COLUMN spending_by_direction.lines_without_amount IS
    'How many of them print no amount for that year and fund.';
COMMENT ON COLUMN spending_by_direction.is_passport IS
    'Whether it is a passport of a budget programme: the plan of one year, no part of the plan of a programme.';
