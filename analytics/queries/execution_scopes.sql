-- Grain: scope of execution: one kind of source, one budget, one budget programme.
WITH named AS (
    SELECT right(code.text, 4) AS typical_code, min(title.text) AS name
    FROM statement AS code
    JOIN statement AS title ON title.document_id = code.document_id AND title.topic = 'programme_name'
    WHERE code.topic = 'programme_code'
    GROUP BY ALL
)
SELECT
    scope,
    own.kind,
    any_value(own.budget_code) AS budget_code,
    any_value(coalesce(programme_code, own.typical_code, functional_code)) AS code,
    any_value(functional_code) AS functional_code,
    any_value(named.name) AS name,
    any_value(coalesce(programme.hromada, document.issuer)) AS hromada,
    -- Several where documents of one scope are registered with different programmes.
    list_sort(list(DISTINCT own.programme_id) FILTER (WHERE own.programme_id IS NOT NULL)) AS programmes,
    list_sort(list(DISTINCT document_id)) AS documents,
    min(fiscal_year) AS first_year,
    max(fiscal_year) AS last_year
FROM budget_execution AS own
JOIN document USING (document_id)
LEFT JOIN programme ON programme.programme_id = own.programme_id
LEFT JOIN named ON named.typical_code = own.typical_code
WHERE own.level <> 'other'
GROUP BY scope, own.kind
ORDER BY hromada COLLATE uk, own.kind DESC, scope
