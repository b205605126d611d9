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
        EXISTS (
            FROM allocation WHERE allocation.document_id = document.document_id AND allocation.section = 'measures'
        ) AS has_amounts
    FROM document
    WHERE programme_id IS NOT NULL
      AND kind IN ('programme', 'amendment')
)
SELECT
    programme_id,
    edition,
    row_number() OVER chain AS act_no,
    kind,
    status,
    dated_on,
    dated_number,
    has_amounts,
    lag(CASE WHEN status = 'adopted' AND has_amounts THEN edition END IGNORE NULLS) OVER chain AS base_edition,
    EXISTS (
        FROM document AS earlier
        WHERE earlier.programme_id = act.programme_id
          AND earlier.status = 'missing'
          AND (earlier.adopted_on <= act.dated_on OR earlier.adopted_on IS NULL)
    ) AS after_missing
FROM act
WHERE dated_on IS NOT NULL OR kind = 'programme'
WINDOW chain AS (PARTITION BY programme_id ORDER BY dated_on NULLS FIRST, edition);

COMMENT ON VIEW edition IS 'One act in the chain of a programme, in order of date.';
COMMENT ON COLUMN edition.programme_id IS 'The programme.';
COMMENT ON COLUMN edition.edition IS 'The act after which the plan stands so: its document_id.';
COMMENT ON COLUMN edition.act_no IS 'Place in the chain, from 1.';
COMMENT ON COLUMN edition.kind IS 'programme for the first act, amendment for a change.';
COMMENT ON COLUMN edition.status IS 'adopted, draft or missing.';
COMMENT ON COLUMN edition.dated_on IS 'Date of adoption, or of endorsement for a draft; empty where none is known.';
COMMENT ON COLUMN edition.dated_number IS 'Number of the act, or of the decision that endorsed the draft.';
COMMENT ON COLUMN edition.has_amounts IS 'Whether amounts were read from the act.';
COMMENT ON COLUMN edition.base_edition IS
    'The newest act in force before it that prints amounts; empty where none is known.';
COMMENT ON COLUMN edition.after_missing IS 'Whether an act nobody has stands at or before it in the chain.';
