-- Grain: edition x fiscal year, and a row without a year for lines that print only a total of all years; UAH.
-- The plan by its lowest lines beside the printed programme totals. A printed total is told only where every act that
-- counts in the edition and has lines for the year prints one of the plan anew or of its changes. An act that prints
-- only what it changes beside what that was prints no such total.
CREATE VIEW edition_total AS
WITH lowest AS (
    SELECT
        programme_id,
        edition,
        fiscal_year,
        count(DISTINCT (document_id, row_no)) AS lines,
        sum(amount) AS by_lines
    FROM edition_line
    GROUP BY ALL
),
act_year AS (
    SELECT DISTINCT edition_line.edition, act.edition AS document_id, act.restates, allocation.fiscal_year
    FROM edition_line
    JOIN edition AS act ON act.edition = edition_line.document_id
    JOIN allocation ON allocation.document_id = act.edition
    WHERE allocation.section = 'measures' AND NOT allocation.is_total
),
-- A document prints the whole total, or the budgets it comes from, or both: then the whole stands for them.
act_total AS (
    SELECT
        document_id,
        fiscal_year,
        basis,
        coalesce(sum(amount) FILTER (funding_source IS NULL), sum(amount)) AS as_printed
    FROM allocation
    WHERE level = 'programme'
      AND section = 'measures'
      AND fund = 'total'
      AND fiscal_year IS NOT NULL
    GROUP BY ALL
),
printed AS (
    SELECT
        act_year.edition,
        act_year.fiscal_year,
        CASE WHEN count(act_total.as_printed) = count(*) THEN sum(act_total.as_printed) END AS as_printed
    FROM act_year
    LEFT JOIN act_total
      ON act_total.document_id = act_year.document_id
     AND act_total.fiscal_year = act_year.fiscal_year
     AND act_total.basis = if(act_year.restates, 'restated', 'delta')
    GROUP BY ALL
)
SELECT
    lowest.programme_id,
    lowest.edition,
    lowest.fiscal_year,
    lowest.lines::INTEGER AS lines,
    lowest.by_lines,
    printed.as_printed,
    printed.as_printed - lowest.by_lines AS difference
FROM lowest
LEFT JOIN printed
  ON printed.edition = lowest.edition AND printed.fiscal_year IS NOT DISTINCT FROM lowest.fiscal_year;

COMMENT ON VIEW edition_total IS 'The plan of an edition and year by its lowest lines and by the printed totals.';
COMMENT ON COLUMN edition_total.programme_id IS 'The programme.';
COMMENT ON COLUMN edition_total.edition IS 'The act after which the plan stands so.';
COMMENT ON COLUMN edition_total.fiscal_year IS 'Budget year; empty for lines that print only a total of all years.';
COMMENT ON COLUMN edition_total.lines IS 'How many printed lines that count have an entry for that year.';
COMMENT ON COLUMN edition_total.by_lines IS 'Sum of the lowest lines, UAH; the same as over plan_editions.';
COMMENT ON COLUMN edition_total.as_printed IS
    'Printed programme totals added over the acts counted, UAH; empty unless each prints one.';
COMMENT ON COLUMN edition_total.difference IS 'as_printed - by_lines, UAH.';
