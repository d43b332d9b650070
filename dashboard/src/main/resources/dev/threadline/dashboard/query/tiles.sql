-- One row per tile of the overview. Counts have n only; durations their quantiles and mean; concurrency a mean and peak.
WITH started AS (
    SELECT count(*) AS started, count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms
    FROM (
        SELECT handle{clock}_ms AS ms FROM conversations
        WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    )
),
resolved AS (
    SELECT count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms
    FROM (
        SELECT resolution{clock}_ms AS ms FROM conversations
        WHERE resolved_at >= :from AND resolved_at < :until AND {filters: channel team mode outcome carrier}
    )
),
responded AS (
    SELECT count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms
    FROM (
        SELECT first_response{clock}_ms AS ms FROM conversations
        WHERE first_response_at >= :from AND first_response_at < :until AND {filters: channel team mode outcome carrier}
    )
),
load AS (
    SELECT
        count(*) FILTER (engaged_union_ms > 0) AS n,
        sum(engaged_ms) / nullif(sum(engaged_union_ms), 0) AS mean,
        max(peak_engaged) AS peak
    FROM agent_load
    WHERE slice_at >= :from AND slice_at < :until AND {filters: team agent}
)
SELECT 'started' AS metric, started AS n, NULL AS median_ms, NULL AS p90_ms, NULL AS mean_ms, NULL AS mean, NULL AS peak FROM started
UNION ALL
SELECT 'resolved', n, NULL, NULL, NULL, NULL, NULL FROM resolved
UNION ALL
SELECT 'first_response', n, quantiles[1], quantiles[2], mean_ms, NULL, NULL FROM responded
UNION ALL
SELECT 'resolution', n, quantiles[1], quantiles[2], mean_ms, NULL, NULL FROM resolved
UNION ALL
SELECT 'handle', n, quantiles[1], quantiles[2], mean_ms, NULL, NULL FROM started
UNION ALL
SELECT 'concurrency', n, NULL, NULL, NULL, mean, peak FROM load
