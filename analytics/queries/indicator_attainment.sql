-- Grain: indicator of one programme x year x fund, with the values entered by hand among the actual ones.
SELECT figure.*, figure.cumulative_actual::DOUBLE / nullif(figure.cumulative_target, 0) AS cumulative_share,
    class.polarity_reason, class.adds_up_reason
FROM attainment_with(
    $entered::STRUCT(
        indicator_id VARCHAR, fiscal_year INTEGER, fund VARCHAR, "value" DECIMAL(18, 3), "text" VARCHAR, as_of DATE,
        info_source VARCHAR, locator VARCHAR
    )[]
) AS figure
LEFT JOIN indicator_class AS class USING (document_id, row_no)
WHERE figure.programme_id = $programme_id
ORDER BY figure.document_id, figure.row_no, figure.fiscal_year NULLS LAST, figure.fund
