-- Grain: edition x fiscal year; UAH. The plan by its lowest lines beside the printed programme totals.
CREATE VIEW edition_total AS
WITH by_lines AS (
    SELECT programme_id, edition, fiscal_year, sum(amount) AS by_lines, count(DISTINCT (document_id, row_no)) AS lines
    FROM edition_line
    WHERE fiscal_year IS NOT NULL
    GROUP BY ALL
),
counted AS (
    SELECT DISTINCT programme_id, edition, document_id FROM edition_line
),
as_printed AS (
    SELECT counted.programme_id, counted.edition, allocation.fiscal_year, sum(allocation.amount) AS as_printed
    FROM counted
    JOIN allocation USING (document_id)
    WHERE allocation.level = 'programme'
      AND allocation.fund = 'total'
      AND allocation.fiscal_year IS NOT NULL
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
COMMENT ON COLUMN edition_total.fiscal_year IS 'Budget year.';
COMMENT ON COLUMN edition_total.lines IS 'How many lowest lines have an entry for that year, over all acts counted.';
COMMENT ON COLUMN edition_total.by_lines IS 'Sum of the lowest lines, UAH.';
COMMENT ON COLUMN edition_total.as_printed IS 'Printed programme totals added over the acts counted, UAH; empty where none is printed.';
COMMENT ON COLUMN edition_total.difference IS 'as_printed - by_lines, UAH.';
