-- Grain: figure of an indicator of a document, by year and kind, with the place of the indicator in its group.
-- A name without a value of its own keeps its place: such names are unread. A row printed apart from its group has the
-- place that a reviewed correction gives it (indicator_class.place); without one its group `is_torn`.
CREATE VIEW numbered_indicator AS
WITH listed AS (
    SELECT document_id, task, "group", row_no, 0 AS part, name, unit, fiscal_year, kind, value, locator,
        indicator_value.printed, class.place,
        CASE WHEN unit ILIKE '%млн%' THEN 1000000 WHEN unit ILIKE '%тис%' THEN 1000 ELSE 1 END AS unit_size
    FROM indicator_value
    LEFT JOIN (SELECT document_id, row_no, place FROM indicator_class) AS class USING (document_id, row_no)
    WHERE "group" IS NOT NULL AND coalesce(fund, 'total') = 'total' AND value IS NOT NULL
),
nameless AS (
    SELECT unread.document_id, place.row_no
    FROM unread
    JOIN printed_place AS place USING (document_id, locator)
    WHERE unread.reason = 'the name has no value of its own in the table'
),
kept AS (
    FROM listed
    UNION ALL
    SELECT nameless.document_id, above.task, above."group", nameless.row_no, 1, NULL, NULL, above.fiscal_year,
        above.kind, NULL, NULL, NULL, NULL, NULL
    FROM nameless
    JOIN LATERAL (
        FROM listed
        WHERE listed.document_id = nameless.document_id AND listed.row_no <= nameless.row_no
        ORDER BY listed.row_no DESC
        LIMIT 1
    ) AS above ON true
),
in_order AS (
    SELECT
        *,
        "group" IS DISTINCT FROM lag("group") OVER (
            PARTITION BY document_id, task, fiscal_year, kind ORDER BY row_no, part
        ) AS starts,
        row_number() OVER (
            PARTITION BY document_id, task, "group", fiscal_year, kind, place IS NULL ORDER BY place, row_no, part
        ) AS nth
    FROM kept
)
SELECT
    * EXCLUDE (place, starts, nth),
    row_number() OVER (
        -- Before the row that else had the place; others in order of print.
        PARTITION BY document_id, task, "group", fiscal_year, kind ORDER BY coalesce(place - nth + 0.5, nth), row_no
    ) AS number,
    count(*) OVER same_group AS size,
    count(*) FILTER (starts) OVER same_group - 1 > count(place) OVER same_group AS is_torn
FROM in_order
WINDOW same_group AS (PARTITION BY document_id, task, "group", fiscal_year, kind);

COMMENT ON VIEW numbered_indicator IS 'One figure of an indicator, with the place of the indicator in its group.';
COMMENT ON COLUMN numbered_indicator.unit_size IS 'How many hryvnias a figure of one means, where the unit is money.';
COMMENT ON COLUMN numbered_indicator.number IS 'Place in the group, from 1.';
COMMENT ON COLUMN numbered_indicator.size IS 'How many the group has.';
COMMENT ON COLUMN numbered_indicator.is_torn IS
    'Whether rows of the group are printed apart from it and nobody has told their places: its order tells nothing.';
