-- Grain: column of a table or view.
WITH relation AS (
    SELECT 'Table' AS kind, table_name AS name, comment FROM duckdb_tables()
    UNION ALL
    SELECT 'View' AS kind, view_name AS name, comment FROM duckdb_views() WHERE NOT internal
)
SELECT
    relation.kind,
    relation.name,
    coalesce(relation.comment, ''),
    columns.column_name,
    columns.data_type,
    coalesce(columns.comment, amounts.comment, '')
FROM relation
JOIN duckdb_columns() AS columns ON columns.table_name = relation.name
-- A view that passes the columns of `allocation` on does not repeat what they mean.
LEFT JOIN duckdb_columns() AS amounts
  ON amounts.table_name = 'allocation' AND amounts.column_name = columns.column_name
WHERE NOT columns.internal
ORDER BY relation.kind, relation.name, columns.column_index
