-- One row per channel and team with a conversation open at the hour asked for, the newest where none is.
WITH instant AS (
    SELECT date_trunc('hour', least(coalesce(:at::TIMESTAMPTZ, max(hour_at)), max(hour_at))) AS hour_at FROM backlog
)
SELECT hour_at, channel, team, open AS n, awaiting_agent, oldest_wait_ms
FROM backlog JOIN instant USING (hour_at)
WHERE {filters: channel team}
ORDER BY oldest_wait_ms DESC NULLS LAST, n DESC, channel, team
