-- One row per law that was checked before what is shown was published: what both of its sides came to.
WITH builds AS ({use: builds}),
build AS (FROM builds WHERE publication_id <= :publication_id ORDER BY publication_id DESC, finished_at DESC LIMIT 1)
{use: audit-of-build}
