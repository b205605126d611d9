-- Grain: indicator with a target for a year x fund where its targets have one x target or actual value; in `unit`. A
-- target for the whole programme is asked for in its last year. A missing actual value has the cell of its target; one
-- entered by hand has the number of its entry and no document.
WITH figure AS (
    SELECT figure.*
    FROM attainment_with($entered) AS figure
    JOIN programme USING (programme_id)
    WHERE programme_id = $programme_id
      AND coalesce(fiscal_year, last_year) = $year
      AND (target IS NOT NULL OR target_text IS NOT NULL)
    -- Where the last year has a target of its own, that one is asked for.
    QUALIFY fiscal_year IS NOT DISTINCT FROM max(fiscal_year) OVER (PARTITION BY indicator_id, fund)
)
SELECT 'targets' AS direction, 'target' AS asked, indicator_id AS subject, line_code, name, fund, unit,
    target_text AS known, target AS figure, target_document_id AS document_id, target_locator AS locator
FROM figure
UNION ALL
SELECT 'targets', 'actual', indicator_id, line_code, name, fund, unit, actual_text, actual,
    CASE WHEN actual_locator IS NULL THEN target_document_id ELSE actual_document_id END,
    coalesce(actual_locator, target_locator)
FROM figure
