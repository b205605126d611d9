-- Grain: comparison. Turns the cells that the checks returned into findings: exact, without tolerance. Class, from the
-- strongest: `rounding`, where the computed figure rounded or cut to the last printed place is the printed one, or a
-- sum of parts that are printed no finer misses it by one such place at most; `reading`, where the check says
-- `document`, but something unread, repaired or recognised by machine stands in a row or table of the comparison, so
-- that the difference may be ours; else what the check says. What holds has the class that the check says, with
-- `document` in place of `rounding`: nothing was rounded.
INSERT INTO finding BY NAME
WITH doubtful AS (
    -- What is unread may belong to any sum of its table, or, where its place is not known, of the document; what was
    -- repaired, to its own row.
    SELECT unread.document_id, place.row_no, nullif(place.table_no, 0) AS table_no
    FROM unread LEFT JOIN printed_place AS place USING (document_id, locator)
    UNION
    SELECT document_id, row_no, NULL FROM repair
),
place AS (
    SELECT document_id, locator, any_value(row_no) AS row_no, any_value(nullif(table_no, 0)) AS table_no
    FROM printed_place
    WHERE locator IN (SELECT cell_of(locator) FROM compared)
    GROUP BY document_id, locator
),
cell AS (
    SELECT
        compared.* REPLACE (coalesce(cell_document_id, compared.document_id) AS cell_document_id),
        place.row_no,
        place.table_no,
        amount.digits
    FROM compared
    LEFT JOIN place
      ON place.document_id = coalesce(cell_document_id, compared.document_id)
     AND place.locator = cell_of(compared.locator)
    LEFT JOIN (
        SELECT document_id, locator, nullif(try_cast(regexp_replace(printed, '\D', '', 'g') AS BIGINT), 0) AS digits
        FROM allocation
    ) AS amount
      ON compared.unit = 'UAH'
     AND amount.document_id = coalesce(cell_document_id, compared.document_id) AND amount.locator = compared.locator
),
doubted AS (
    SELECT DISTINCT cell.rule, cell.document_id, cell.subject
    FROM cell
    JOIN document ON document.document_id = cell.cell_document_id
    WHERE document.by_machine
       OR (cell.cell_document_id, cell.row_no) IN (SELECT (document_id, row_no) FROM doubtful WHERE row_no IS NOT NULL)
       OR (cell.cell_document_id, cell.table_no) IN (
           SELECT (document_id, table_no) FROM doubtful WHERE table_no IS NOT NULL
       )
       OR cell.cell_document_id IN (SELECT document_id FROM doubtful WHERE row_no IS NULL)
),
grouped AS (
    SELECT
        rule,
        document_id,
        subject,
        any_value(scope) AS scope,
        any_value(fiscal_year) AS fiscal_year,
        any_value(fund) AS fund,
        any_value(unit) AS unit,
        coalesce(any_value(printed), sum("value") FILTER (role = 'printed')) AS printed,
        coalesce(any_value(computed), sum("value") FILTER (role = 'part')) AS computed,
        bool_and(holds) AS holds,
        coalesce(any_value(step), max(abs("value") / digits) FILTER (role = 'printed'))::DECIMAL(18, 3) AS step,
        min(abs("value") / digits) FILTER (role = 'part') AS step_of_parts,
        count(*) FILTER (role = 'part') AS parts,
        any_value(computed) IS NULL AS is_sum,
        any_value(severity) AS severity,
        any_value("class") AS "class",
        any_value(missing_act) AS missing_act,
        list(
            {'document_id': cell_document_id, 'locator': locator, 'role': role, 'label': label, 'value': "value"}
            ORDER BY role = 'part', cell_document_id <> document_id, place,
                try_cast(regexp_extract(locator, '(\d+)$', 1) AS INTEGER), locator
        ) AS cells
    FROM cell
    GROUP BY rule, document_id, subject
),
summed AS (
    -- A figure with no part printed below it has parts of nothing; a sum of nothing that is not printed is no
    -- comparison.
    SELECT * REPLACE (CASE WHEN holds IS NULL THEN coalesce(computed, 0) ELSE computed END AS computed)
    FROM grouped
    WHERE holds IS NOT NULL OR printed IS NOT NULL OR computed <> 0
),
judged AS (
    SELECT
        *,
        coalesce(holds, printed IS NOT DISTINCT FROM computed) AS it_holds,
        (abs(computed) * 1000)::HUGEINT AS thousandths,
        (CASE WHEN step IN (0.001, 0.01, 0.1, 1, 10, 100, 1000, 10000, 100000, 1000000) THEN step END * 1000)::HUGEINT
            AS step_thousandths
    FROM summed
),
rounded AS (
    SELECT
        *,
        sign(printed) = sign(computed) AND (abs(printed) * 1000)::HUGEINT IN (
            thousandths // step_thousandths * step_thousandths,
            (2 * thousandths + step_thousandths) // (2 * step_thousandths) * step_thousandths
        )
        -- Parts in thousands that were rounded one by one: 33.3 three times under 100.0. Hryvnias are not rounded.
        OR (is_sum AND parts > 2 AND step > 1 AND step_of_parts >= step AND abs(printed - computed) <= step)
            AS is_rounded
    FROM judged
)
SELECT
    rule,
    CASE
        WHEN it_holds THEN 'verified'
        WHEN is_rounded OR "class" = 'rounding' THEN 'notice'
        ELSE severity
    END AS severity,
    CASE
        WHEN it_holds THEN CASE "class" WHEN 'rounding' THEN 'document' ELSE "class" END
        WHEN is_rounded THEN 'rounding'
        WHEN "class" = 'document' AND doubted.subject IS NOT NULL THEN 'reading'
        ELSE "class"
    END AS "class",
    document_id,
    scope,
    fiscal_year,
    fund,
    unit,
    printed,
    computed,
    printed - computed AS difference,
    missing_act,
    [cell.locator FOR cell IN cells] AS locators,
    cells
FROM rounded
LEFT JOIN doubted USING (rule, document_id, subject)
