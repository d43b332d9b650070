-- One row per tile of the overview. Counts have n only; durations their quantiles and mean; concurrency a value.
WITH durations AS (
    SELECT 'first_response' AS metric, first_response_at AS at, first_response{clock}_ms AS ms FROM conversations
    WHERE first_response_at >= :from AND first_response_at < :until AND {filters: channel team mode outcome carrier}
    UNION ALL
    SELECT 'resolution', resolved_at, resolution{clock}_ms FROM conversations
    WHERE resolved_at >= :from AND resolved_at < :until AND {filters: channel team mode outcome carrier}
    UNION ALL
    SELECT 'handle', started_at, handle{clock}_ms FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
)
SELECT 'started' AS metric, count(*) AS n, NULL::DOUBLE AS median_ms, NULL::DOUBLE AS p90_ms, NULL::DOUBLE AS mean_ms,
    NULL::DOUBLE AS value, NULL::INTEGER AS peak
FROM conversations
WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
UNION ALL
SELECT 'resolved', count(*), NULL, NULL, NULL, NULL, NULL
FROM conversations
WHERE resolved_at >= :from AND resolved_at < :until AND {filters: channel team mode outcome carrier}
UNION ALL
SELECT metric, count(ms), quantile_cont(ms, 0.5), quantile_cont(ms, 0.9), avg(ms), NULL, NULL
FROM durations
GROUP BY metric
UNION ALL
SELECT 'concurrency', count(*) FILTER (engaged_union_ms > 0), NULL, NULL, NULL,
    sum(engaged_ms) / nullif(sum(engaged_union_ms), 0), max(peak_engaged)
FROM agent_load
WHERE slice_at >= :from AND slice_at < :until AND {filters: team agent}
