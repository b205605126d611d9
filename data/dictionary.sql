-- Grain: column of a table or public view; $views names the public ones.
WITH relation AS (
    SELECT 'Table' AS kind, table_name AS name, comment FROM duckdb_tables()
    UNION ALL
    SELECT 'View' AS kind, view_name AS name, comment FROM duckdb_views() WHERE list_contains($views, view_name)
)
SELECT
    relation.kind,
    relation.name,
    coalesce(relation.comment, ''),
    columns.column_name,
    columns.data_type,
    coalesce(columns.comment, '')
FROM relation
JOIN duckdb_columns() AS columns ON columns.table_name = relation.name
WHERE NOT columns.internal
ORDER BY relation.kind, relation.name, columns.column_index
