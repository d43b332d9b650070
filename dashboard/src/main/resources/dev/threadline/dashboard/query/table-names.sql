-- One row per table that can be read.
SELECT view_name AS table_name FROM duckdb_views() WHERE schema_name = 'main' AND NOT internal ORDER BY view_name
