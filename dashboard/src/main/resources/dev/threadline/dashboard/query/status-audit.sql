-- One row per law that was checked before the newest publication: what both of its sides came to.
WITH builds AS ({use: builds}),
build AS (FROM builds ORDER BY publication_id DESC, finished_at DESC LIMIT 1)
SELECT law, sum FROM ({use: audit-of-build})
