SELECT
    run_id,
    command,
    state,
    started_at,
    epoch_ms(finished_at) - epoch_ms(started_at) AS length_ms,
    files,
    read,
    accepted,
    duplicates,
    rejected,
    publication_id,
    error
FROM runs
ORDER BY started_at DESC, run_id
