-- The conversations that started in the period, and the attention that they took.
WITH started AS MATERIALIZED (
    SELECT count(*) AS started, count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms
    FROM (
        SELECT handle{clock}_ms AS ms
        FROM conversations
        WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    )
)
SELECT 'started' AS metric, started AS n FROM started
UNION ALL BY NAME
SELECT 'handle' AS metric, n, quantiles[1] AS median_ms, quantiles[2] AS p90_ms, mean_ms FROM started
