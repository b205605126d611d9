-- Grain: column of a table or view.
WITH relation AS (
    SELECT 'Table' AS kind, table_name AS name, comment FROM duckdb_tables()
    UNION ALL
    SELECT 'View' AS kind, view_name AS name, comment FROM duckdb_views()
    -- Helpers of the checks are no interface.
    WHERE NOT internal AND NOT starts_with(comment, 'Helper.')
)
SELECT
    relation.kind,
    relation.name,
    coalesce(relation.comment, ''),
    columns.column_name,
    columns.data_type,
    coalesce(columns.comment, passed_on.comment, '')
FROM relation
JOIN duckdb_columns() AS columns ON columns.table_name = relation.name
-- A view that passes the columns of a table on does not repeat what they mean.
LEFT JOIN duckdb_columns() AS passed_on
  ON passed_on.table_name = CASE columns.table_name WHEN 'named_finding' THEN 'finding' ELSE 'allocation' END
 AND passed_on.column_name = columns.column_name
WHERE NOT columns.internal
ORDER BY relation.kind, relation.name, columns.column_index
