-- An actual value that somebody entered apart from documents: a list of them is what `attainment_with` takes.
CREATE TYPE entered_value AS STRUCT(
    indicator_id VARCHAR, fiscal_year INTEGER, fund VARCHAR, "value" DECIMAL(18, 3), "text" VARCHAR, as_of DATE,
    info_source VARCHAR, locator VARCHAR
);
