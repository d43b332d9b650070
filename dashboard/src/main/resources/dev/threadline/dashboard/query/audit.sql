-- One row per law that was checked before what is shown was published: what both of its sides came to.
WITH builds AS ({use: builds}),
build AS (FROM builds WHERE publication_id <= :publication_id ORDER BY publication_id DESC, finished_at DESC LIMIT 1)
SELECT publication_id, run_id, extent, unnest(map_keys(audit)) AS law, unnest(map_values(audit)) AS sum
FROM build
ORDER BY law
