-- One row per channel and team: the first responses due to the conversations that started in the period.
WITH {use: first-responses-due}
queues AS (
    SELECT
        channel,
        team,
        target_ms,
        count(met) AS n,
        count(*) FILTER (met) AS met,
        count(*) FILTER (NOT met) AS missed,
        count(*) FILTER (NOT met AND ms IS NULL) AS unanswered,
        quantile_cont(ms, [0.5, 0.9]) AS quantiles
    FROM due
    GROUP BY ALL
)
SELECT
    channel,
    team,
    target_ms,
    n,
    met,
    missed,
    unanswered,
    met / n AS share,
    quantiles[1] AS median_ms,
    quantiles[2] AS p90_ms
FROM queues
WHERE n > 0
ORDER BY share, n DESC, channel, team
