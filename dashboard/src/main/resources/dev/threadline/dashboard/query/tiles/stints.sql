-- The stints that began in the period: how much attention one took, and all of them.
SELECT 'stint_handle' AS metric, n, quantiles[1] AS median_ms, quantiles[2] AS p90_ms, mean_ms, sum_ms
FROM (
    SELECT count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms, sum(ms)::BIGINT AS sum_ms
    FROM (
        SELECT handle{clock}_ms AS ms
        FROM stints
        WHERE started_at >= :from AND started_at < :until AND {filters: channel team agent}
    )
)
