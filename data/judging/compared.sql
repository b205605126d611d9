-- Grain: cell of a comparison. What the checks in data/checks/ return, in any of these columns but the first.
CREATE OR REPLACE TEMP TABLE compared (
    rule VARCHAR NOT NULL,         -- the name of the check
    document_id VARCHAR NOT NULL,  -- whose figure is checked
    subject VARCHAR NOT NULL,      -- which comparison of that document the cell belongs to
    scope VARCHAR NOT NULL,        -- what is compared: a line, an indicator, the programme
    fiscal_year INTEGER,
    fund VARCHAR,
    unit VARCHAR,
    role VARCHAR NOT NULL,         -- printed, part or named
    cell_document_id VARCHAR,      -- where the cell stands, if not in document_id
    locator VARCHAR NOT NULL,
    label VARCHAR,                 -- which cell it is: a number of a line, a year, a fund
    "value" DECIMAL(18, 3),
    place INTEGER,                 -- the order of the cells
    printed DECIMAL(18, 3),        -- the printed figure, where it is not the sum of the printed cells
    computed DECIMAL(18, 3),       -- the computed one, where it is not the sum of the parts
    holds BOOLEAN,                 -- whether it holds, where that is not printed = computed
    step DECIMAL(18, 3),           -- the last place that is printed, where the printed text does not say
    severity VARCHAR DEFAULT 'error',
    "class" VARCHAR DEFAULT 'document',
    missing_act VARCHAR
)
