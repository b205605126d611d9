-- Grain: plan that can be compared: a programme by its edition in force, or the passport of a budget programme.
-- A draft does not count. Of acts in force the newest with a plan stands for the programme, else the newest without
-- one.
WITH in_force AS (
    SELECT programme_id, edition, status
    FROM edition
    WHERE status IS NULL OR status NOT IN ('draft', 'missing')
    QUALIFY row_number() OVER (
        PARTITION BY programme_id
        ORDER BY edition IN (SELECT edition FROM edition_line) DESC, coalesce(status, '') = 'adopted' DESC, act_no DESC
    ) = 1
),
passport_year AS (
    SELECT document_id, min(fiscal_year) AS first_year, max(fiscal_year) AS last_year
    FROM allocation
    WHERE section IN ('point_4', 'point_9')
    GROUP BY document_id
)
SELECT
    programme_id AS plan,
    false AS is_passport,
    programme_id,
    edition AS document_id,
    title,
    short_title,
    hromada,
    first_year,
    last_year,
    NULL AS code
FROM programme
LEFT JOIN in_force USING (programme_id)
UNION ALL
SELECT
    document_id,
    true,
    programme_id,
    document_id,
    document.title,
    programme.short_title,
    coalesce(programme.hromada, document.issuer),
    passport_year.first_year,
    passport_year.last_year,
    (SELECT any_value(text) FROM statement
     WHERE statement.document_id = document.document_id AND topic = 'programme_code')
FROM document
LEFT JOIN programme USING (programme_id)
LEFT JOIN passport_year USING (document_id)
WHERE document.kind = 'passport' AND (document.status IS NULL OR document.status <> 'draft')
ORDER BY is_passport, hromada COLLATE uk, first_year, plan
