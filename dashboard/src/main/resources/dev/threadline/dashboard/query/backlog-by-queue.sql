-- One row per channel and team with a conversation open at the hour asked for, the newest where none is, or at the hour that
-- it is compared with.
WITH instant AS (
    SELECT
        date_trunc('hour', least(coalesce(:at::TIMESTAMPTZ, :as_of::TIMESTAMPTZ), :as_of::TIMESTAMPTZ)) AS asked_hour_at,
        date_trunc('hour', :compared_at::TIMESTAMPTZ) AS compared_hour_at,
        compared_hour_at >= min(backlog.hour_at) AS is_compared
    FROM backlog
),
now AS (
    SELECT channel, team, open, awaiting_agent, oldest_wait_ms
    FROM backlog JOIN instant ON backlog.hour_at = asked_hour_at
    WHERE {filters: channel team}
),
before AS (
    SELECT channel, team, open
    FROM backlog JOIN instant ON backlog.hour_at = compared_hour_at
    WHERE {filters: channel team}
)
SELECT
    asked_hour_at AS hour_at,
    coalesce(now.channel, before.channel) AS channel,
    coalesce(now.team, before.team) AS team,
    coalesce(now.open, 0) AS n,
    coalesce(awaiting_agent, 0) AS awaiting_agent,
    oldest_wait_ms,
    CASE WHEN is_compared THEN coalesce(now.open, 0) - coalesce(before.open, 0) END AS more_open
FROM now
FULL JOIN before ON now.channel = before.channel AND now.team IS NOT DISTINCT FROM before.team
CROSS JOIN instant
ORDER BY oldest_wait_ms DESC NULLS LAST, n DESC, channel, team
