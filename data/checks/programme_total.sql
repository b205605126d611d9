-- Compares: the printed total of the whole programme with the sum of its lowest lines, by year and fund; UAH.
WITH cell AS (
    SELECT line.document_id, 'printed' AS role, allocation.fiscal_year, allocation.fund, allocation.fund AS label,
        allocation.locator, allocation.amount, allocation.row_no
    FROM line
    JOIN allocation USING (document_id, section, basis, row_no)
    WHERE line.level = 'programme' AND line.basis <> 'current' AND allocation.amount IS NOT NULL
    UNION ALL
    SELECT allocation.document_id, 'part', printed.fiscal_year, printed.fund,
        coalesce(allocation.line_code, allocation.name), allocation.locator, allocation.amount, allocation.row_no
    FROM allocation
    JOIN (
        SELECT DISTINCT allocation.document_id, allocation.fiscal_year, allocation.fund
        FROM line JOIN allocation USING (document_id, section, basis, row_no)
        WHERE line.level = 'programme' AND line.basis <> 'current' AND allocation.amount IS NOT NULL
    ) AS printed
      ON printed.document_id = allocation.document_id
     AND (printed.fiscal_year = allocation.fiscal_year OR printed.fiscal_year IS NULL)
     AND (printed.fund = 'total' OR printed.fund = allocation.fund)
    WHERE NOT allocation.is_total AND allocation.basis <> 'current' AND allocation.amount IS NOT NULL
),
-- What lines print without naming a fund may belong to either.
untold AS (
    SELECT document_id, fiscal_year, sum(amount) AS amount
    FROM allocation
    WHERE NOT is_total AND basis <> 'current' AND fund = 'unspecified'
    GROUP BY document_id, fiscal_year
),
added AS (
    SELECT
        cell.*,
        coalesce(untold.amount, 0) AS untold,
        sum(cell.amount) FILTER (role = 'printed') OVER of_fund AS printed,
        coalesce(sum(cell.amount) FILTER (role = 'part') OVER of_fund, 0) AS by_lines,
        bool_or(role = 'part') OVER (PARTITION BY cell.document_id, cell.fiscal_year) AS has_parts
    FROM cell
    LEFT JOIN untold
      ON untold.document_id = cell.document_id AND untold.fiscal_year = cell.fiscal_year AND cell.fund <> 'total'
    WINDOW of_fund AS (PARTITION BY cell.document_id, cell.fiscal_year, cell.fund)
)
SELECT
    document_id,
    concat_ws('/', coalesce(fiscal_year::VARCHAR, 'all'), fund) AS subject,
    'programme' AS scope,
    fiscal_year,
    fund,
    'UAH' AS unit,
    role,
    locator,
    label,
    amount AS "value",
    row_no AS place
FROM added
-- A year whose lines print no amount at all is unknown; a fund that none of them names is zero.
WHERE has_parts
  -- Where what is not told of a fund could make up the difference, nothing is known.
  AND (printed = by_lines
       OR printed NOT BETWEEN least(by_lines, by_lines + untold) AND greatest(by_lines, by_lines + untold))
  -- Words in place of an amount cannot be added up.
  AND NOT EXISTS (
      FROM allocation AS silent
      WHERE silent.document_id = added.document_id AND silent.basis <> 'current' AND silent.funding_note IS NOT NULL
        AND (silent.fiscal_year = added.fiscal_year OR added.fiscal_year IS NULL)
  )
