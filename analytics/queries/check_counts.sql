-- Grain: document x rule x class x severity; how many comparisons.
SELECT document_id, rule, "class" AS finding_class, severity, count(*) AS findings
FROM findings
GROUP BY ALL
ORDER BY ALL
