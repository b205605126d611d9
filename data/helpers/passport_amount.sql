-- Grain: amount of the passport of a budget programme x fund; UAH. Drafts do not count.
CREATE VIEW passport_amount AS
WITH coded AS (
    SELECT
        document_id,
        rpad(max(text) FILTER (WHERE topic = 'budget_code'), 11, '0') AS budget_code,
        max(text) FILTER (WHERE topic = 'programme_code') AS programme_code,
        max(text) FILTER (WHERE topic = 'typical_code') AS typical_code,
        max(text) FILTER (WHERE topic = 'functional_code') AS functional_code
    FROM statement
    GROUP BY document_id
)
SELECT
    document_id,
    budget_code,
    programme_code,
    coalesce(typical_code, right(programme_code, 4)) AS typical_code,
    functional_code,
    fiscal_year,
    section = 'point_4' AS is_whole,
    line_code,
    name,
    fund,
    amount,
    locator,
    document_id = first(document_id) OVER (
        PARTITION BY budget_code, programme_code, fiscal_year ORDER BY adopted_on NULLS LAST, document_id
    ) AS is_first
FROM allocation
JOIN document USING (document_id)
JOIN coded USING (document_id)
WHERE document.kind = 'passport'
  AND (status IS NULL OR status = 'adopted')
  AND (section = 'point_4' OR (section = 'point_9' AND line_code IS NOT NULL));

COMMENT ON VIEW passport_amount IS 'One amount of the passport of a budget programme, with the codes of the programme.';
COMMENT ON COLUMN passport_amount.is_whole IS 'Whether it is of the whole programme (point 4); else of a direction.';
COMMENT ON COLUMN passport_amount.is_first IS
    'Whether its passport is the first of the programme and year: what was approved before any change.';
