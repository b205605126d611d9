-- Grain: one act in the chain of a programme, in order of date. An amendment without a date has no place in the order;
-- the act that approves the programme comes first, dated or not.
CREATE VIEW edition AS
WITH act AS (
    SELECT
        programme_id,
        document_id AS edition,
        kind,
        status,
        coalesce(adopted_on, endorsed_on) AS dated_on,
        coalesce(number, endorsed_number) AS dated_number,
        lines.document_id IS NOT NULL AS has_amounts,
        coalesce(lines.prints_plan, false) AS prints_plan,
        coalesce(lines.compares, false) AS compares
    FROM document
    LEFT JOIN (
        SELECT
            document_id,
            bool_or(basis = 'restated' AND NOT is_total) AS prints_plan,
            bool_or(basis = 'current' AND NOT is_total) AS compares
        FROM allocation
        WHERE section = 'measures'
        GROUP BY document_id
    ) AS lines USING (document_id)
    WHERE programme_id IS NOT NULL
      AND kind IN ('programme', 'amendment')
),
numbered AS (
    SELECT
        *,
        -- Of two acts of one day the one with the smaller number came first.
        row_number() OVER (
            PARTITION BY programme_id
            ORDER BY dated_on NULLS FIRST, kind <> 'programme',
                try_cast(regexp_extract_all(dated_number, '\d+') AS BIGINT[]), dated_number, edition
        ) AS act_no
    FROM act
    WHERE dated_on IS NOT NULL OR kind = 'programme'
),
-- Changes of a plan that nobody has make no plan.
based AS (
    SELECT
        *,
        coalesce(bool_or(status = 'adopted' AND prints_plan) OVER earlier, false) AS is_based,
        max(CASE WHEN status = 'adopted' AND has_amounts THEN act_no END) OVER earlier AS before_no,
        max(CASE WHEN status = 'missing' THEN act_no END) OVER earlier AS missing_no
    FROM numbered
    WINDOW earlier AS (
        PARTITION BY programme_id ORDER BY act_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
),
placed AS (
    SELECT
        *,
        prints_plan AND (NOT compares OR NOT is_based) AS restates,
        CASE WHEN is_based THEN before_no END AS base_no,
        max(CASE WHEN status = 'adopted' AND restates THEN act_no END) OVER (
            PARTITION BY programme_id ORDER BY act_no ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS whole_no
    FROM based
)
SELECT
    placed.programme_id,
    placed.edition,
    placed.act_no,
    placed.kind,
    placed.status,
    placed.dated_on,
    placed.dated_number,
    placed.has_amounts,
    placed.restates,
    base.edition AS base_edition,
    missing.edition AS missing_act,
    EXISTS (
        FROM document AS earlier
        WHERE earlier.programme_id = placed.programme_id
          AND earlier.kind IN ('programme', 'amendment')
          AND earlier.status = 'missing'
          AND (earlier.adopted_on <= placed.dated_on OR earlier.adopted_on IS NULL)
    ) AS after_missing
FROM placed
LEFT JOIN numbered AS base ON base.programme_id = placed.programme_id AND base.act_no = placed.base_no
LEFT JOIN numbered AS missing
  ON missing.programme_id = placed.programme_id
 AND missing.act_no = placed.missing_no
 AND placed.missing_no > placed.whole_no;

COMMENT ON VIEW edition IS 'One act in the chain of a programme, in order of date.';
COMMENT ON COLUMN edition.programme_id IS 'The programme.';
COMMENT ON COLUMN edition.edition IS 'The act after which the plan stands so: its document_id.';
COMMENT ON COLUMN edition.act_no IS 'Place in the chain, from 1.';
COMMENT ON COLUMN edition.kind IS 'programme for the first act, amendment for a change.';
COMMENT ON COLUMN edition.status IS 'adopted, draft or missing.';
COMMENT ON COLUMN edition.dated_on IS 'Date of adoption, or of endorsement for a draft; empty where none is known.';
COMMENT ON COLUMN edition.dated_number IS 'Number of the act, or of the decision that endorsed the draft.';
COMMENT ON COLUMN edition.has_amounts IS 'Whether amounts were read from the act.';
COMMENT ON COLUMN edition.restates IS
    'Whether it prints the whole plan anew. An act that prints what it changes beside what that was leaves the rest.';
COMMENT ON COLUMN edition.base_edition IS
    'The newest act in force before it that prints amounts; empty where no plan is known.';
COMMENT ON COLUMN edition.missing_act IS
    'The newest act before it that nobody has, if the plan was not printed whole since; empty where none is known.';
COMMENT ON COLUMN edition.after_missing IS 'Whether an act nobody has stands at or before it in the chain.';
