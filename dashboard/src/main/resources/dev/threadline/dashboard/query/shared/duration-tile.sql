-- One row: a duration of conversations over the whole period, by an instant of theirs.
SELECT '{metric}' AS metric, n, quantiles[1] AS median_ms, quantiles[2] AS p90_ms, mean_ms
FROM (
    SELECT count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms
    FROM (
        SELECT {measure}{clock}_ms AS ms
        FROM conversations
        WHERE {at} >= :from AND {at} < :until AND {filters: channel team mode outcome carrier}
    )
)
