-- One row per table: the rows that came and went with the one in build.
SELECT publication_id, run_id, extent, table_name, came, went
FROM build
CROSS JOIN (SELECT unnest(map_keys(rows_added)) AS table_name, unnest(map_values(rows_added)) AS came FROM build)
LEFT JOIN (SELECT unnest(map_keys(rows_removed)) AS table_name, unnest(map_values(rows_removed)) AS went FROM build)
    USING (table_name)
ORDER BY table_name
