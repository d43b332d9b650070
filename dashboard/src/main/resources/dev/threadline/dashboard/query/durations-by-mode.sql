-- One row per rhythm: the conversations that started in the period, their durations and waits.
SELECT
    mode,
    count(*) AS n,
    count(*) / sum(count(*)) OVER () AS share,
    count(first_response{clock}_ms) AS first_responses,
    quantile_cont(first_response{clock}_ms, [0.5, 0.9])[1] AS first_response_median_ms,
    quantile_cont(first_response{clock}_ms, [0.5, 0.9])[2] AS first_response_p90_ms,
    count(customer_wait{clock}_ms) AS customer_waits,
    quantile_cont(customer_wait{clock}_ms, [0.5, 0.9])[1] AS customer_wait_median_ms,
    quantile_cont(customer_wait{clock}_ms, [0.5, 0.9])[2] AS customer_wait_p90_ms,
    count(resolution{clock}_ms) AS resolutions,
    quantile_cont(resolution{clock}_ms, [0.5, 0.9])[1] AS resolution_median_ms,
    quantile_cont(resolution{clock}_ms, [0.5, 0.9])[2] AS resolution_p90_ms,
    count(handle{clock}_ms) AS handled,
    quantile_cont(handle{clock}_ms, [0.5, 0.9])[1] AS handle_median_ms,
    quantile_cont(handle{clock}_ms, [0.5, 0.9])[2] AS handle_p90_ms,
    avg(messages) AS messages,
    avg(live_episodes) AS live_episodes
FROM conversations
WHERE mode IS NOT NULL AND started_at >= :from AND started_at < :until
    AND {filters: channel team mode outcome carrier}
GROUP BY mode
ORDER BY CASE mode WHEN 'sync' THEN 1 WHEN 'mixed' THEN 2 ELSE 3 END
