-- Grain: edition x fiscal year, and a row without a year for lines that print only a total of all years; UAH.
-- The plan by its lowest lines beside the printed programme totals.
CREATE VIEW edition_total AS
WITH by_lines AS (
    SELECT programme_id, edition, fiscal_year, sum(amount) AS by_lines, count(DISTINCT (document_id, row_no)) AS lines
    FROM edition_line
    GROUP BY ALL
),
counted AS (
    SELECT DISTINCT programme_id, edition, document_id FROM edition_line
),
-- A document prints the whole total, or the budgets it comes from, or both: then the whole stands for them.
printed AS (
    SELECT
        document_id,
        fiscal_year,
        coalesce(sum(amount) FILTER (funding_source IS NULL), sum(amount)) AS printed
    FROM allocation
    WHERE level = 'programme'
      AND fund = 'total'
      AND fiscal_year IS NOT NULL
    GROUP BY ALL
),
as_printed AS (
    SELECT counted.programme_id, counted.edition, printed.fiscal_year, sum(printed.printed) AS as_printed
    FROM counted
    JOIN printed USING (document_id)
    GROUP BY ALL
)
SELECT
    programme_id,
    edition,
    fiscal_year,
    lines,
    by_lines,
    as_printed,
    as_printed - by_lines AS difference
FROM by_lines
LEFT JOIN as_printed USING (programme_id, edition, fiscal_year);

COMMENT ON VIEW edition_total IS 'The plan of an edition and year by its lowest lines and by the printed programme totals.';
COMMENT ON COLUMN edition_total.programme_id IS 'The programme.';
COMMENT ON COLUMN edition_total.edition IS 'The act after which the plan stands so.';
COMMENT ON COLUMN edition_total.fiscal_year IS 'Budget year; empty for lines that print only a total of all years.';
COMMENT ON COLUMN edition_total.lines IS 'How many lowest lines have an entry for that year, over all acts counted.';
COMMENT ON COLUMN edition_total.by_lines IS 'Sum of the lowest lines, UAH.';
COMMENT ON COLUMN edition_total.as_printed IS 'Printed programme totals added over the acts counted, UAH; empty where none is printed.';
COMMENT ON COLUMN edition_total.difference IS 'as_printed - by_lines, UAH.';
