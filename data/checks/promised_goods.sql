-- Compares: how many devices or licences an indicator promises for the whole programme with the quantities of the lines
-- that buy them; pieces. Which indicators and which lines: data/reference/promised_goods.yml. A line may buy other
-- things than its name tells us, so what differs may be our reading.
WITH promise AS (
    SELECT indicator_value.document_id, indicator_value.locator, indicator_value.name, indicator_value.value,
        indicator_value.row_no, promised_good.good, promised_good.line
    FROM indicator_value
    JOIN promised_good ON regexp_matches(lower(indicator_value.name), promised_good.indicator)
    WHERE indicator_value.kind = 'target' AND indicator_value.fiscal_year IS NULL AND indicator_value.value IS NOT NULL
),
bought AS (
    SELECT DISTINCT document_id, row_no, line_code, name, fiscal_year, quantity, quantity_locator
    FROM allocation
    WHERE section = 'measures' AND basis = 'restated' AND NOT is_total AND quantity IS NOT NULL
      AND quantity_locator IS NOT NULL
)
SELECT document_id, locator AS subject, name AS scope, 'pieces' AS unit, 'printed' AS role, locator, good AS label,
    value, row_no AS place, 'notice' AS severity, 'reading' AS "class"
FROM promise
UNION ALL
SELECT promise.document_id, promise.locator, promise.name, 'pieces', 'part', bought.quantity_locator,
    concat_ws(' ', coalesce(bought.line_code, bought.name), bought.fiscal_year), bought.quantity, bought.row_no,
    'notice', 'reading'
FROM promise
JOIN bought ON bought.document_id = promise.document_id AND regexp_matches(lower(bought.name), promise.line)
