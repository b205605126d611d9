-- Grain: indicator of a programme x year (without one: the whole programme) x fund where its figures have one.
-- Gives targets beside actual values: those of documents and workbooks, and those of `entered`, a list of
-- `entered_value`, which count before the others of a year.
CREATE MACRO attainment_with(entered) AS TABLE
WITH printed AS (
    SELECT
        indicator.indicator_id,
        figure.kind,
        figure.fiscal_year,
        nullif(figure.fund, 'total') AS fund,
        figure.value,
        figure."text",
        figure.as_of,
        figure.info_source,
        figure.document_id,
        figure.locator,
        document.status,
        -- In order of date; a workbook without a date has the days of its values, others stand before all.
        row_number() OVER (
            ORDER BY coalesce(document.adopted_on, document.endorsed_on, figure.as_of) NULLS FIRST, document_id,
                figure.row_no
        ) AS place
    FROM indicator_value AS figure
    JOIN indicator USING (document_id, row_no)
    JOIN document USING (document_id)
    -- Where a form divides by fund, the figure of both funds is the indicator's.
    QUALIFY coalesce(figure.fund, 'total') = 'total' OR NOT bool_or(coalesce(figure.fund, 'total') = 'total') OVER (
        PARTITION BY document_id, figure.row_no, figure.fiscal_year, figure.kind
    )
),
actual AS (
    SELECT indicator_id, fiscal_year, fund, value, "text", as_of, info_source, document_id, locator, place
    FROM printed
    WHERE kind = 'actual' AND coalesce(status, '') <> 'draft'
    UNION ALL
    SELECT one.indicator_id, one.fiscal_year, one.fund, one.value, one."text", one.as_of, one.info_source, NULL,
        one.locator, 1000000000 + place
    FROM (
        SELECT unnest(entered::entered_value[]) AS one, generate_subscripts(entered::entered_value[], 1) AS place
    )
),
reported AS (
    SELECT
        indicator_id,
        fiscal_year,
        fund,
        arg_max({
            'value': value, 'text': "text", 'as_of': as_of, 'info_source': info_source, 'document_id': document_id,
            'locator': locator
        }, place) AS last,
        count(DISTINCT coalesce(value::VARCHAR, "text")) > 1 AS disagree
    FROM actual
    GROUP BY ALL
),
target AS (
    SELECT
        indicator_id,
        fiscal_year,
        fund,
        arg_min(value, place) AS original,
        arg_max({
            'value': value, 'text': "text", 'document_id': document_id, 'locator': locator, 'info_source': info_source
        }, place) AS revised
    FROM printed
    WHERE kind = 'target' AND coalesce(status, '') <> 'draft'
    GROUP BY ALL
),
baseline AS (
    SELECT indicator_id, arg_max(value, place) AS value, arg_max(locator, place) AS locator
    FROM printed
    WHERE kind = 'baseline' AND value IS NOT NULL AND coalesce(status, '') <> 'draft'
    GROUP BY indicator_id
),
named AS (
    SELECT DISTINCT ON (indicator_id) indicator.*, class.polarity, class.adds_up
    FROM indicator
    LEFT JOIN indicator_class AS class USING (document_id, row_no)
    ORDER BY indicator_id, indicator_id <> document_id || '/' || row_no
),
placed AS (
    SELECT indicator_id, fiscal_year, fund FROM target
    UNION
    SELECT indicator_id, fiscal_year, fund FROM reported
    UNION
    SELECT indicator_id, NULL, NULL
    FROM named
    WHERE indicator_id NOT IN (SELECT indicator_id FROM target)
      AND indicator_id NOT IN (SELECT indicator_id FROM reported)
),
compared AS (
    SELECT
        named.programme_id,
        placed.indicator_id,
        named.document_id,
        named.row_no,
        named.line_code,
        named."group",
        named.name,
        named.unit,
        named.task,
        named.measure,
        named.locator,
        placed.fiscal_year,
        placed.fund,
        baseline.value AS baseline,
        baseline.locator AS baseline_locator,
        target.original AS original_target,
        target.revised.value AS target,
        target.revised.text AS target_text,
        target.revised.document_id AS target_document_id,
        target.revised.locator AS target_locator,
        target.revised.info_source AS expected_source,
        reported.last.value AS actual,
        reported.last.text AS actual_text,
        reported.last.as_of AS as_of,
        reported.last.info_source AS info_source,
        reported.last.document_id AS actual_document_id,
        reported.last.locator AS actual_locator,
        coalesce(reported.disagree, false) AS actuals_disagree,
        named.polarity,
        named.adds_up
    FROM placed
    JOIN named USING (indicator_id)
    LEFT JOIN baseline USING (indicator_id)
    LEFT JOIN target
      ON target.indicator_id = placed.indicator_id AND target.fiscal_year IS NOT DISTINCT FROM placed.fiscal_year
     AND target.fund IS NOT DISTINCT FROM placed.fund
    LEFT JOIN reported
      ON reported.indicator_id = placed.indicator_id AND reported.fiscal_year IS NOT DISTINCT FROM placed.fiscal_year
     AND reported.fund IS NOT DISTINCT FROM placed.fund
),
spanned AS (
    SELECT
        *,
        -- The whole programme is a span of its own.
        coalesce(fiscal_year, 0) AS since,
        min(since) FILTER (target IS NOT NULL) OVER one AS first_target,
        max(since) FILTER (target IS NOT NULL) OVER one AS last_target,
        least(since, last_target) - first_target + 1 AS years
    FROM compared
    WINDOW one AS (PARTITION BY indicator_id, fund, fiscal_year IS NULL)
),
judged AS (
    SELECT
        * EXCLUDE (since, first_target, last_target, years),
        attained(actual, original_target, polarity) AS attainment_original,
        attained(actual, target, polarity) AS attainment,
        attainment_status(actual, actual_text, target, target_text, polarity) AS status,
        -- Over the years from the first target to the last, and only while none of them lacks a figure or a row.
        CASE WHEN adds_up AND count(target) OVER so_far = years THEN sum(target) OVER so_far END AS cumulative_target,
        CASE
            WHEN adds_up AND count(actual) FILTER (since BETWEEN first_target AND last_target) OVER so_far = years
            THEN sum(actual) FILTER (since BETWEEN first_target AND last_target) OVER so_far
        END AS cumulative_actual
    FROM spanned
    WINDOW so_far AS (PARTITION BY indicator_id, fund, fiscal_year IS NULL ORDER BY since)
)
SELECT *, cumulative_actual::DOUBLE / nullif(cumulative_target, 0) AS cumulative_share
FROM judged;
