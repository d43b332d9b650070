-- One row per run, the last ten, newest first.
SELECT
    run_id,
    command,
    state,
    started_at,
    round(length_ms / 1000, 1) AS seconds,
    * EXCLUDE (run_id, command, state, started_at, length_ms)
FROM ({use: runs})
LIMIT 10
