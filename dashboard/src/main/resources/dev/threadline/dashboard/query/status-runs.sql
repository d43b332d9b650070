-- One row per run, the last ten, newest first.
SELECT
    run_id,
    command,
    state,
    started_at,
    round((epoch_ms(finished_at) - epoch_ms(started_at)) / 1000, 1) AS seconds,
    files,
    read,
    accepted,
    duplicates,
    rejected,
    publication_id,
    error
FROM runs
ORDER BY started_at DESC
LIMIT 10
