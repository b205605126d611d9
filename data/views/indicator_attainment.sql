-- Grain: indicator of a programme x year (without one: the whole programme) x fund where its figures have one.
-- By the figures of documents and workbooks. Values entered on the page of indicators stand apart from the warehouse.
CREATE VIEW indicator_attainment AS
FROM attainment_with([]);

COMMENT ON VIEW indicator_attainment IS
    'Targets of indicators beside actual values: what was reached, year by year, and what is not known.';
COMMENT ON COLUMN indicator_attainment.programme_id IS 'The programme; empty where the document belongs to none.';
COMMENT ON COLUMN indicator_attainment.indicator_id IS
    'The indicator through all documents: the document and row that print it first.';
COMMENT ON COLUMN indicator_attainment.document_id IS 'The document that prints it first.';
COMMENT ON COLUMN indicator_attainment.row_no IS 'Place of its row there.';
COMMENT ON COLUMN indicator_attainment.line_code IS 'Number of the indicator as printed.';
COMMENT ON COLUMN indicator_attainment."group" IS
    'input, output, efficiency or quality; empty where the document does not say.';
COMMENT ON COLUMN indicator_attainment.name IS 'Name of the indicator as printed.';
COMMENT ON COLUMN indicator_attainment.unit IS 'Unit of measurement as printed.';
COMMENT ON COLUMN indicator_attainment.task IS 'The task it measures, where the table names one.';
COMMENT ON COLUMN indicator_attainment.measure IS 'The measure it measures, where the table names one.';
COMMENT ON COLUMN indicator_attainment.locator IS 'Where the indicator stands in that document.';
COMMENT ON COLUMN indicator_attainment.fiscal_year IS 'Year; empty for a figure of the whole programme.';
COMMENT ON COLUMN indicator_attainment.fund IS 'The fund, where a form prints no figure of both together.';
COMMENT ON COLUMN indicator_attainment.baseline IS 'Where the programme started, in unit.';
COMMENT ON COLUMN indicator_attainment.baseline_locator IS 'Where that is printed.';
COMMENT ON COLUMN indicator_attainment.original_target IS 'Target of the first document that prints one, in unit.';
COMMENT ON COLUMN indicator_attainment.target IS 'Target of the newest document that is no draft, in unit.';
COMMENT ON COLUMN indicator_attainment.target_text IS 'A target that is words and not a number.';
COMMENT ON COLUMN indicator_attainment.target_document_id IS 'The document that prints that target.';
COMMENT ON COLUMN indicator_attainment.target_locator IS 'Where it stands there.';
COMMENT ON COLUMN indicator_attainment.expected_source IS
    'Where the actual value is to come from, as that document prints.';
COMMENT ON COLUMN indicator_attainment.actual IS
    'Actual value, in unit; of several that of the newest document. On the page what was entered there counts first.';
COMMENT ON COLUMN indicator_attainment.actual_text IS 'An actual value that is words.';
COMMENT ON COLUMN indicator_attainment.as_of IS 'The day the actual value is of, where somebody entered it.';
COMMENT ON COLUMN indicator_attainment.info_source IS 'Where the actual value comes from, as stated.';
COMMENT ON COLUMN indicator_attainment.actual_document_id IS 'The report or workbook that holds the actual value.';
COMMENT ON COLUMN indicator_attainment.actual_locator IS 'Where it stands there.';
COMMENT ON COLUMN indicator_attainment.actuals_disagree IS 'Whether several sources give different actual values.';
COMMENT ON COLUMN indicator_attainment.polarity IS 'higher or lower is better, or none, as in indicator_class.';
COMMENT ON COLUMN indicator_attainment.adds_up IS 'Whether the years add up, as in indicator_class.';
COMMENT ON COLUMN indicator_attainment.attainment_original IS
    'actual / original_target, or its inverse where lower is better; empty where that cannot be computed.';
COMMENT ON COLUMN indicator_attainment.attainment IS 'The same against target.';
COMMENT ON COLUMN indicator_attainment.status IS
    'met, partly (at least half of the target), missed, no_data (nothing is reported), not_a_number (words), no_target, '
    'not_rated (neither more nor less is better, or that is not known).';
COMMENT ON COLUMN indicator_attainment.cumulative_target IS
    'Targets up to the year, where the years add up; empty from the first year on that lacks one before the last target.';
COMMENT ON COLUMN indicator_attainment.cumulative_actual IS
    'Actual values of the years from the first target to the last, up to the year; empty where one of them lacks one.';
COMMENT ON COLUMN indicator_attainment.cumulative_share IS 'cumulative_actual / cumulative_target.';
