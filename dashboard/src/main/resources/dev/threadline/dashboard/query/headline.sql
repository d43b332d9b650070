-- One row: what the first sentence of the overview says, and the hour of the week when customers wait longest.
WITH asked AS (
    SELECT first_response{clock}_ms AS ms, started_at AT TIME ZONE :zone AS local_at, outcome
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
),
hours AS (
    SELECT isodow(local_at) AS weekday, hour(local_at) AS hour, count(ms) AS n, quantile_cont(ms, 0.5) AS median_ms
    FROM asked
    GROUP BY ALL
),
-- An hour of the week counts as slow only if it is not a handful of conversations.
slowest AS (
    SELECT * FROM hours
    WHERE n >= greatest(20, (SELECT sum(n) / 500 FROM hours))
    ORDER BY median_ms DESC NULLS LAST
    LIMIT 1
),
overall AS (
    SELECT
        count(*) AS n,
        count(ms) AS answered,
        quantile_cont(ms, 0.5) AS median_ms,
        count(*) FILTER (outcome = 'unanswered') AS unanswered
    FROM asked
)
SELECT
    overall.*,
    slowest.weekday AS slowest_weekday,
    slowest.hour AS slowest_hour,
    slowest.n AS slowest_n,
    slowest.median_ms AS slowest_median_ms
FROM overall LEFT JOIN slowest ON true
