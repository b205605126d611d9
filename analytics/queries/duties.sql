-- Grain: duty to report on one programme.
SELECT duty.*, document.status IS NOT DISTINCT FROM 'template' AS is_model, programme.first_year, programme.last_year
FROM duty
JOIN document USING (document_id)
JOIN programme ON programme.programme_id = $programme_id
WHERE duty.programme_id = programme.programme_id
   OR duty.level = programme.level
