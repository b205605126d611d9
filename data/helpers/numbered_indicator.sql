-- Grain: figure of an indicator of a document, by year and kind, with the place of the indicator in its group.
-- A name without a value of its own keeps its place: such names are unread.
CREATE VIEW numbered_indicator AS
WITH listed AS (
    SELECT document_id, task, "group", row_no, 0 AS part, name, unit, fiscal_year, kind, value, locator, printed,
        CASE WHEN unit ILIKE '%млн%' THEN 1000000 WHEN unit ILIKE '%тис%' THEN 1000 ELSE 1 END AS unit_size
    FROM indicator_value
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
        above.kind, NULL, NULL, NULL, NULL
    FROM nameless
    JOIN LATERAL (
        FROM listed
        WHERE listed.document_id = nameless.document_id AND listed.row_no <= nameless.row_no
        ORDER BY listed.row_no DESC
        LIMIT 1
    ) AS above ON true
)
SELECT
    *,
    row_number() OVER (PARTITION BY document_id, task, "group", fiscal_year, kind ORDER BY row_no, part) AS number,
    count(*) OVER (PARTITION BY document_id, task, "group", fiscal_year, kind) AS size
FROM kept;

COMMENT ON VIEW numbered_indicator IS 'One figure of an indicator, with the place of the indicator in its group.';
COMMENT ON COLUMN numbered_indicator.unit_size IS 'How many hryvnias a figure of one means, where the unit is money.';
COMMENT ON COLUMN numbered_indicator.number IS 'Place in the group, from 1.';
COMMENT ON COLUMN numbered_indicator.size IS 'How many the group has.';
