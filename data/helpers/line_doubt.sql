-- Grain: printed lowest line x fiscal year that some check doubts.
-- What is checked of the whole programme or of an indicator looks at every line and doubts none of them; that a line is
-- new is no doubt, unless an act that nobody has may have added it.
CREATE VIEW line_doubt AS
WITH doubted AS (
    SELECT finding_id, unnest(cells) AS cell
    FROM (SELECT *, cells[1] AS figure FROM named_finding)
    WHERE severity <> 'verified'
      AND (severity <> 'notice' OR computed IS NOT NULL OR missing_act IS NOT NULL)
      AND (figure.document_id, figure.locator) IN (
          SELECT (document_id, unnest([locator, quantity_locator])) FROM allocation WHERE level <> 'programme'
      )
)
SELECT
    document_id,
    row_no,
    fiscal_year,
    list_sort(list(DISTINCT finding_id)) AS doubts,
    bool_or(locator = quantity_locator) AS of_quantity
FROM (
    SELECT DISTINCT document_id, row_no, fiscal_year, quantity_locator, unnest(cells) AS locator FROM line_year
) AS looked_at
JOIN doubted ON doubted.cell.document_id = looked_at.document_id AND doubted.cell.locator = looked_at.locator
GROUP BY document_id, row_no, fiscal_year;

COMMENT ON VIEW line_doubt IS 'One printed lowest line and year with the checks that do not hold for its cells.';
COMMENT ON COLUMN line_doubt.doubts IS
    'Findings that do not hold and look at its cells; those of the whole programme and of indicators are left out.';
COMMENT ON COLUMN line_doubt.of_quantity IS 'Whether one of them looks at the quantity.';
