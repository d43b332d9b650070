-- One row: the run that began last, of those that have ended.
SELECT
    state,
    epoch_ms(finished_at) / 1000 AS finished_s,
    (epoch_ms(finished_at) - epoch_ms(started_at)) / 1000 AS duration_s,
    accepted,
    duplicates,
    rejected
FROM runs
WHERE finished_at IS NOT NULL
ORDER BY started_at DESC, run_id
LIMIT 1
