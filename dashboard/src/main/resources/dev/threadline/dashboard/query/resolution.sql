-- One row per report date: the conversations that were resolved on it.
WITH dates AS (
    SELECT unnest(generate_series(date_trunc('{grain}', :from_date::DATE), :until_date::DATE - 1, INTERVAL 1 {grain}))::DATE AS report_date
),
observed AS (
    SELECT
        date_trunc('{grain}', resolved_at AT TIME ZONE :zone)::DATE AS report_date,
        count(resolution_ms) AS n,
        quantile_cont(resolution_ms, [0.5, 0.9]) AS quantiles,
        avg(resolution_ms) AS mean_ms,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM (
        SELECT resolved_at, resolution{clock}_ms AS resolution_ms, provisional
        FROM conversations
        WHERE resolved_at >= :from AND resolved_at < :until AND {filters: channel team mode outcome carrier}
    )
    WHERE resolution_ms IS NOT NULL
    GROUP BY 1
)
SELECT
    report_date,
    coalesce(n, 0) AS n,
    quantiles[1] AS median_ms,
    quantiles[2] AS p90_ms,
    mean_ms,
    coalesce(provisional, false) OR report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
