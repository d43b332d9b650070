-- One row per law: what both of its sides came to in the one in build.
SELECT publication_id, run_id, extent, unnest(map_keys(audit)) AS law, unnest(map_values(audit)) AS sum
FROM build
ORDER BY law
