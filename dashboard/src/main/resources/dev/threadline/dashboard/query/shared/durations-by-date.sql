-- One row per report date: how a duration of conversations was distributed, by the date of an instant of theirs.
{use: report-dates}
observed AS (
    SELECT
        report_date,
        count(ms) AS n,
        quantile_cont(ms, [0.5, 0.9]) AS quantiles,
        avg(ms) AS mean_ms,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM (
        SELECT epoch_us({at}) // 900000000 AS quarter, {measure}{clock}_ms AS ms, provisional
        FROM conversations
        WHERE {at} >= :from AND {at} < :until AND {filters: channel team mode outcome carrier}
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
    coalesce(provisional, false) OR report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
