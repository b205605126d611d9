-- Grain: edition x fiscal year x fund of one programme; UAH, lowest lines.
SELECT
    spending.edition,
    edition.act_no,
    spending.fiscal_year,
    spending.fund,
    sum(spending.amount) AS amount
FROM spending_by_direction AS spending
JOIN edition USING (programme_id, edition)
WHERE spending.programme_id = $programme_id
GROUP BY ALL
HAVING sum(spending.amount) IS NOT NULL
ORDER BY edition.act_no, spending.fiscal_year NULLS LAST, spending.fund
