-- The replies that agents gave in the period, each counted for who wrote it.
SELECT 'human_reply' AS metric, n, quantiles[1] AS median_ms, quantiles[2] AS p90_ms, mean_ms
FROM (
    SELECT count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms
    FROM ({use: human-replies})
    WHERE {filters: channel team mode agent}
)
