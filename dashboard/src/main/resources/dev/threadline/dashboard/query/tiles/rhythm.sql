-- The conversations that started in the period by rhythm, with how long it took to resolve those of each.
WITH modes AS MATERIALIZED (
    SELECT mode, count(*) AS count, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms
    FROM (
        SELECT mode, resolution{clock}_ms AS ms
        FROM conversations
        WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    )
    GROUP BY mode
),
wanted (metric) AS (VALUES ('sync'), ('mixed'), ('async')),
known AS (SELECT coalesce(sum(count), 0)::BIGINT AS n FROM modes WHERE mode IS NOT NULL)
SELECT
    metric,
    n,
    coalesce(count, 0) AS count,
    coalesce(count, 0) / nullif(n, 0) AS share,
    quantiles[1] AS median_ms,
    quantiles[2] AS p90_ms,
    mean_ms
FROM wanted CROSS JOIN known LEFT JOIN modes ON modes.mode = metric
UNION ALL BY NAME
SELECT 'without_rhythm' AS metric, total AS n, total - n AS count, (total - n) / nullif(total, 0) AS share
FROM known CROSS JOIN (SELECT coalesce(sum(count), 0)::BIGINT AS total FROM modes)
