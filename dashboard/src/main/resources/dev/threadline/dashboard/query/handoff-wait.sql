-- One row per report date: the first answers of humans that were given on it after a bot had handed over.
-- A quarter of an hour lies in one report date in any zone: joining by it is cheaper than converting every instant.
WITH quarters AS (
    SELECT quarter, date_trunc('{grain}', to_timestamp(quarter * 900) AT TIME ZONE :zone)::DATE AS report_date
    FROM range(epoch(:from::TIMESTAMPTZ)::BIGINT // 900, epoch(:until::TIMESTAMPTZ)::BIGINT // 900) AS hours(quarter)
),
dates AS (SELECT DISTINCT report_date FROM quarters),
observed AS (
    SELECT
        report_date,
        count(ms) AS n,
        quantile_cont(ms, [0.5, 0.9]) AS quantiles,
        avg(ms) AS mean_ms,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM (
        SELECT epoch_us(first_response_at) // 900000000 AS quarter, first_response_from_handoff{clock}_ms AS ms, provisional
        FROM conversations
        WHERE first_response_at >= :from AND first_response_at < :until AND {filters: channel team mode outcome carrier}
    )
    JOIN quarters USING (quarter)
    WHERE ms IS NOT NULL
    GROUP BY report_date
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
