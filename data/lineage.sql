-- Grain: printed lowest line of an act that has a place in the chain of its programme, by basis.
SELECT
    act.programme_id,
    act.edition AS document_id,
    act.act_no,
    act.status = 'adopted' AS in_force,
    act.restates,
    allocation.row_no,
    allocation.basis,
    any_value(allocation.line_code) AS code,
    -- Where a line has a row for each budget that pays, the budget tells them apart.
    concat_ws(' ', any_value(allocation.name), any_value(allocation.funding_source)) AS whole_name,
    letters_and_digits(whole_name) AS letters,
    string_agg(
        concat_ws(' ', allocation.fiscal_year, allocation.fund, allocation.amount), ', '
        ORDER BY allocation.fiscal_year, allocation.fund
    ) AS amounts,
    any_value(allocation.spending_unit) AS spending_unit,
    count(allocation.amount) = 0 AND count(allocation.funding_note) = 0 AS is_blank
FROM edition AS act
JOIN allocation ON allocation.document_id = act.edition
WHERE allocation.section = 'measures' AND NOT allocation.is_total
GROUP BY act.programme_id, act.edition, act.act_no, act.status, act.restates, allocation.row_no, allocation.basis
ORDER BY act.programme_id, act.act_no, allocation.row_no, allocation.basis
