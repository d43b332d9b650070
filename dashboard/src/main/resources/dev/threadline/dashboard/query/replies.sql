-- One row per report date: the replies that were given on it, pooled over turns.
{use: report-dates}
observed AS (
    SELECT
        report_date,
        count(ms) AS n,
        quantile_cont(ms, [0.5, 0.9]) AS quantiles,
        avg(ms) AS mean_ms
    FROM (
        SELECT epoch_us(answered_at) // 900000000 AS quarter, reply{clock}_ms AS ms
        FROM turns
        WHERE answered_at >= :from AND answered_at < :until AND {filters: channel team mode carrier}
    )
    JOIN quarters USING (quarter)
    WHERE ms IS NOT NULL
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(n, zero) AS n,
    quantiles[1] AS median_ms,
    quantiles[2] AS p90_ms,
    mean_ms,
    report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
