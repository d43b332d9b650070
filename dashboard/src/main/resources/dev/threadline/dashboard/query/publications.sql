-- One row per publication up to what is shown, the last twenty, newest first.
SELECT
    publication_id,
    published_at,
    as_of,
    epoch_ms(published_at) - epoch_ms(as_of) AS behind_ms,
    policy,
    messages,
    conversations,
    unattached,
    run_id,
    version
FROM publications
WHERE publication_id <= :publication_id
ORDER BY publication_id DESC
LIMIT 20
