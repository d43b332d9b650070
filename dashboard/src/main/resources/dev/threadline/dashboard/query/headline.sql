-- One row: what the first sentence of the overview says, and the hour of the week when customers wait longest.
-- First responses are those given in the period, as in the tile below; hours are those in which customers came.
-- A quarter of an hour lies in one local hour in any zone: joining by it is cheaper than converting every instant.
WITH quarters AS (
    SELECT quarter, isodow(local_at) AS weekday, hour(local_at) AS hour
    FROM (
        SELECT quarter, to_timestamp(quarter * 900) AT TIME ZONE :zone AS local_at
        FROM range(epoch(:from::TIMESTAMPTZ)::BIGINT // 900, epoch(:until::TIMESTAMPTZ)::BIGINT // 900) AS hours(quarter)
    )
),
asked AS (
    SELECT epoch_us(started_at) // 900000000 AS quarter, first_response{clock}_ms AS ms, outcome
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
),
hours AS (
    SELECT weekday, hour, count(ms) AS n, quantile_cont(ms, 0.5) AS median_ms
    FROM asked JOIN quarters USING (quarter)
    GROUP BY weekday, hour
),
-- An hour of the week counts as slow only if it is not a handful of conversations.
slowest AS (
    SELECT * FROM hours
    WHERE n >= greatest(10, (SELECT sum(n) / 500 FROM hours))
    ORDER BY median_ms DESC NULLS LAST, weekday, hour
    LIMIT 1
),
answered AS (
    SELECT count(ms) AS answered, quantile_cont(ms, 0.5) AS median_ms
    FROM (
        SELECT first_response{clock}_ms AS ms
        FROM conversations
        WHERE first_response_at >= :from AND first_response_at < :until AND {filters: channel team mode outcome carrier}
    )
),
started AS (
    SELECT count(*) AS n, count(*) FILTER (outcome = 'unanswered') AS unanswered
    FROM asked
)
SELECT
    started.n,
    answered.answered,
    answered.median_ms,
    started.unanswered,
    slowest.weekday AS slowest_weekday,
    slowest.hour AS slowest_hour,
    slowest.n AS slowest_n,
    slowest.median_ms AS slowest_median_ms
FROM started CROSS JOIN answered LEFT JOIN slowest ON true
