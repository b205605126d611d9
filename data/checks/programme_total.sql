-- Grain: document x fiscal year x fund; UAH. The printed programme total against the sum of the lowest lines.
-- A document prints the whole total, or the budgets it comes from, or both: then the whole stands for them.
WITH printed AS (
    SELECT
        document_id,
        fiscal_year,
        fund,
        coalesce(sum(amount) FILTER (funding_source IS NULL), sum(amount)) AS printed,
        coalesce(
            list(locator ORDER BY row_no) FILTER (funding_source IS NULL), list(locator ORDER BY row_no)
        ) AS locators
    FROM allocation
    WHERE level = 'programme' AND section IN ('measures', 'point_9') AND amount IS NOT NULL
    GROUP BY ALL
),
line AS (
    SELECT document_id, fiscal_year, fund, amount
    FROM allocation
    WHERE NOT is_total AND basis <> 'current' AND amount IS NOT NULL
),
computed AS (
    SELECT
        printed.document_id,
        printed.fiscal_year,
        printed.fund,
        -- A year whose lines print no amount at all is unknown; a fund that none of them names is zero.
        coalesce(sum(line.amount) FILTER (line.fund = printed.fund OR printed.fund = 'total'), 0) AS computed
    FROM printed
    JOIN line
      ON line.document_id = printed.document_id
     AND (line.fiscal_year = printed.fiscal_year OR printed.fiscal_year IS NULL)
    GROUP BY ALL
)
SELECT
    'programme_total' AS rule,
    CASE WHEN printed.printed = computed.computed THEN 'verified' ELSE 'error' END AS severity,
    -- Where something was left out, the difference may be ours and not the document's.
    CASE WHEN EXISTS (FROM unread WHERE unread.document_id = printed.document_id)
        THEN 'reading' ELSE 'document' END AS "class",
    printed.document_id,
    'programme' AS scope,
    printed.fiscal_year,
    printed.fund,
    printed.printed,
    computed.computed,
    printed.printed - computed.computed AS difference,
    printed.locators
FROM printed
JOIN computed
  ON computed.document_id = printed.document_id
 AND computed.fund = printed.fund
 AND computed.fiscal_year IS NOT DISTINCT FROM printed.fiscal_year
