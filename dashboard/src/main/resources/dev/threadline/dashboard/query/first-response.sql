-- One row per report date: the first responses that were given on it.
WITH dates AS (
    SELECT unnest(generate_series(date_trunc('{grain}', :from_date::DATE), :until_date::DATE - 1, INTERVAL 1 {grain}))::DATE AS report_date
),
observed AS (
    SELECT
        date_trunc('{grain}', first_response_at AT TIME ZONE :zone)::DATE AS report_date,
        count(first_response_ms) AS n,
        quantile_cont(first_response_ms, [0.5, 0.9]) AS quantiles,
        avg(first_response_ms) AS mean_ms,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM (
        SELECT first_response_at, first_response{clock}_ms AS first_response_ms, provisional
        FROM conversations
        WHERE first_response_at >= :from AND first_response_at < :until AND {filters: channel team mode outcome carrier}
    )
    WHERE first_response_ms IS NOT NULL
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
