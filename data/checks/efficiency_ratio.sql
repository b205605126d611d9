-- Compares: each efficiency indicator in money with its input in money over its output, in the unit of the efficiency.
-- The three are linked by their
-- order where their groups have equally many; see numbered_indicator.
WITH placed AS (
    FROM numbered_indicator
    WHERE "group" = 'output' OR unit ILIKE '%грн%' OR unit IS NULL
),
ratio AS (
    SELECT
        efficiency.document_id, efficiency.fiscal_year, efficiency.kind, efficiency.name, efficiency.unit,
        efficiency.row_no,
        efficiency.locator AS efficiency_locator, efficiency.value AS efficiency,
        length(regexp_extract(efficiency.printed, '[.,](\d+)\s*$', 1)) AS decimals,
        input.locator AS input_locator,
        (input.value * input.unit_size / efficiency.unit_size)::DECIMAL(18, 3) AS input,
        output.locator AS output_locator, output.value AS output
    FROM placed AS efficiency
    JOIN placed AS input
      ON input."group" = 'input' AND input.document_id = efficiency.document_id AND input.number = efficiency.number
     AND input.task IS NOT DISTINCT FROM efficiency.task AND input.kind = efficiency.kind
     AND input.fiscal_year IS NOT DISTINCT FROM efficiency.fiscal_year AND input.size = efficiency.size
    JOIN placed AS output
      ON output."group" = 'output' AND output.document_id = efficiency.document_id AND output.number = efficiency.number
     AND output.task IS NOT DISTINCT FROM efficiency.task AND output.kind = efficiency.kind
     AND output.fiscal_year IS NOT DISTINCT FROM efficiency.fiscal_year AND output.size = efficiency.size
    WHERE efficiency."group" = 'efficiency' AND efficiency.value IS NOT NULL AND output.value > 0
)
SELECT
    document_id,
    efficiency_locator AS subject,
    name AS scope,
    fiscal_year,
    unit,
    cell.role,
    cell.locator,
    cell.label,
    cell.value,
    row_no AS place,
    efficiency * output = input AS holds,
    -- Cut after three places: no quotient is exact.
    (((input * 1000)::HUGEINT * 1000) // (output * 1000)::HUGEINT)::DECIMAL(18, 0) * 0.001::DECIMAL(4, 3) AS computed,
    CASE
        WHEN efficiency = trunc(efficiency) THEN 1
        WHEN decimals = 1 THEN 0.1
        WHEN decimals = 2 THEN 0.01
        ELSE 0.001
    END AS step
FROM ratio,
    (SELECT unnest([
        {'role': 'printed', 'locator': efficiency_locator, 'label': 'efficiency', 'value': efficiency},
        {'role': 'part', 'locator': input_locator, 'label': 'input', 'value': input},
        {'role': 'part', 'locator': output_locator, 'label': 'output', 'value': output}
    ], recursive := true)) AS cell
