-- What there is to choose from: one row per channel and team, the busiest first.
SELECT
    channel,
    coalesce(team, '') AS team,
    min(report_date) AS first_date,
    sum(started) AS n
FROM daily_metrics
GROUP BY ALL
ORDER BY n DESC, channel, team
