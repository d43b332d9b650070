-- The replies that were given in the period, of bots and humans, pooled over turns.
SELECT 'reply' AS metric, n, quantiles[1] AS median_ms, quantiles[2] AS p90_ms, mean_ms
FROM (
    SELECT count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms
    FROM (
        SELECT reply{clock}_ms AS ms
        FROM turns
        WHERE answered_at >= :from AND answered_at < :until AND {filters: channel team mode carrier}
    )
)
