-- One row if there is a view of this name.
SELECT view_name FROM duckdb_views() WHERE view_name = :table AND NOT internal
