-- One row per table: the rows that came and went with the newest build.
WITH builds AS ({use: builds}),
build AS (FROM builds ORDER BY publication_id DESC, finished_at DESC LIMIT 1)
SELECT table_name, came, went FROM ({use: rows-of-build})
