-- One row per table: the rows that came and went with the build of what is shown.
WITH builds AS ({use: builds}),
build AS (FROM builds WHERE publication_id <= :publication_id ORDER BY publication_id DESC, finished_at DESC LIMIT 1)
{use: rows-of-build}
