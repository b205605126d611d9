-- Grain: edition x fiscal year, and a row without a year for lines that print only a total of all years; UAH.
-- The plan by its lowest lines beside the printed programme totals. A printed total is told only where every act that
-- counts in the edition and has lines for the year prints one.
CREATE VIEW edition_total AS
WITH line AS (
    SELECT document_id, fiscal_year, sum(amount) AS by_lines, count(DISTINCT row_no) AS lines
    FROM allocation
    WHERE NOT is_total AND basis <> 'current'
    GROUP BY ALL
),
-- A document prints the whole total, or the budgets it comes from, or both: then the whole stands for them.
printed AS (
    SELECT
        document_id,
        fiscal_year,
        coalesce(sum(amount) FILTER (funding_source IS NULL), sum(amount)) AS as_printed
    FROM allocation
    WHERE level = 'programme'
      AND section = 'measures'
      AND basis <> 'current'
      AND fund = 'total'
      AND fiscal_year IS NOT NULL
    GROUP BY ALL
),
counted AS (
    SELECT DISTINCT programme_id, edition, document_id FROM edition_line
)
SELECT
    counted.programme_id,
    counted.edition,
    line.fiscal_year,
    sum(line.lines)::INTEGER AS lines,
    sum(line.by_lines) AS by_lines,
    CASE WHEN count(printed.as_printed) = count(*) THEN sum(printed.as_printed) END AS as_printed,
    CASE WHEN count(printed.as_printed) = count(*) THEN sum(printed.as_printed) END - sum(line.by_lines) AS difference
FROM counted
JOIN line USING (document_id)
LEFT JOIN printed
  ON printed.document_id = line.document_id AND printed.fiscal_year = line.fiscal_year
GROUP BY ALL;

COMMENT ON VIEW edition_total IS 'The plan of an edition and year by its lowest lines and by the printed totals.';
COMMENT ON COLUMN edition_total.programme_id IS 'The programme.';
COMMENT ON COLUMN edition_total.edition IS 'The act after which the plan stands so.';
COMMENT ON COLUMN edition_total.fiscal_year IS 'Budget year; empty for lines that print only a total of all years.';
COMMENT ON COLUMN edition_total.lines IS 'How many printed lines have an entry for that year, over all acts counted.';
COMMENT ON COLUMN edition_total.by_lines IS 'Sum of the lowest lines, UAH.';
COMMENT ON COLUMN edition_total.as_printed IS
    'Printed programme totals added over the acts counted, UAH; empty unless each prints one.';
COMMENT ON COLUMN edition_total.difference IS 'as_printed - by_lines, UAH.';
