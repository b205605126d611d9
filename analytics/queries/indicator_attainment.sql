-- Grain: indicator of one programme x year x fund, with the values entered by hand among the actual ones.
SELECT
    figure.*,
    coalesce(reviewed_polarity.reason, class.polarity_reason_uk) AS polarity_reason_uk,
    coalesce(reviewed_polarity.reason, class.polarity_reason_en) AS polarity_reason_en,
    coalesce(reviewed_sum.reason, class.adds_up_reason_uk) AS adds_up_reason_uk,
    coalesce(reviewed_sum.reason, class.adds_up_reason_en) AS adds_up_reason_en,
    reviewed_polarity.reason IS NOT NULL AS polarity_corrected,
    document.kind AS document_kind,
    (
        SELECT min("text") FROM statement
        WHERE statement.document_id = figure.document_id AND topic = 'programme_code'
    ) AS programme_code
FROM attainment_with($entered) AS figure
JOIN document USING (document_id)
LEFT JOIN indicator_class AS class USING (document_id, row_no)
-- A confirmed correction tells better than a rule; its words are Ukrainian.
LEFT JOIN correction AS reviewed_polarity
  ON reviewed_polarity.document_id = figure.document_id AND reviewed_polarity.locator = class.locator
 AND reviewed_polarity.field = 'polarity' AND reviewed_polarity.status = 'confirmed'
LEFT JOIN correction AS reviewed_sum
  ON reviewed_sum.document_id = figure.document_id AND reviewed_sum.locator = class.locator
 AND reviewed_sum.field = 'adds_up' AND reviewed_sum.status = 'confirmed'
WHERE figure.programme_id = $programme_id
ORDER BY figure.document_id, figure.row_no, figure.fiscal_year NULLS LAST, figure.fund
