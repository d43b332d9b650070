-- One row per hour, channel and team: the conversations open then and those that wait.
WITH hours AS (
    SELECT hour_at, (hour_at AT TIME ZONE :zone)::DATE AS report_date FROM (SELECT DISTINCT hour_at FROM backlog)
)
SELECT
    report_date,
    epoch(hour_at)::BIGINT AS hour_at_s,
    coalesce(channel, '') AS channel,
    coalesce(team, '') AS team,
    open,
    awaiting_agent,
    oldest_wait_ms
FROM backlog JOIN hours USING (hour_at)
ORDER BY hour_at
