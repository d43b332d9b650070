-- How long the customers have waited who wait at the hour asked for. Elapsed time on both clocks.
{use: waiting-at-hour}
waited AS (SELECT epoch_ms((SELECT hour_at FROM instant)) - epoch_ms(waiting_since) AS ms FROM waiting),
counted AS (SELECT count(ms) AS n, quantile_cont(ms, [0.5, 0.9]) AS quantiles, avg(ms) AS mean_ms FROM waited)
SELECT 'waiting' AS metric, n, quantiles[1] AS median_ms, quantiles[2] AS p90_ms, mean_ms FROM counted
