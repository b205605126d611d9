-- Grain: printed total of the acts that count in an edition of one programme, or of its passports; UAH. The act that
-- prints the plan first, then those that print changes to it. A direction stands as a task, as it does among the lines.
SELECT
    counted.edition,
    line.document_id,
    allocation.locator,
    CASE line.level WHEN 'spending_direction' THEN 'task' ELSE line.level END AS level,
    line.spending_unit,
    coalesce(line.spending_direction, task_name.newest, line.task) AS task,
    allocation.fiscal_year,
    allocation.fund,
    allocation.amount
FROM (
    SELECT DISTINCT edition, document_id, is_passport
    FROM spending_line
    WHERE programme_id IS NOT DISTINCT FROM $programme_id
) AS counted
LEFT JOIN edition AS act ON act.edition = counted.document_id
JOIN line USING (document_id)
JOIN allocation USING (document_id, section, basis, row_no)
LEFT JOIN task_name
  ON task_name.edition = counted.edition
 AND task_name.document_id = line.document_id
 AND task_name.spending_unit IS NOT DISTINCT FROM line.spending_unit
 AND task_name.task = line.task
WHERE NOT line.is_lowest
  AND line.section = CASE WHEN counted.is_passport THEN 'point_9' ELSE 'measures' END
  AND line.basis <> 'current'
  AND (line.level IN ('programme', 'spending_unit', 'spending_direction')
       OR (line.level = 'task' AND line.spending_direction IS NULL))
  AND allocation.amount IS NOT NULL
ORDER BY counted.edition, act.act_no, allocation.row_no, allocation.fiscal_year NULLS LAST, allocation.fund
