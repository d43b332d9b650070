-- One row per hour of the week: how long the conversations that started in it waited for their first response.
-- A quarter of an hour lies in one local hour in any zone: joining by it is cheaper than converting every instant.
WITH quarters AS (
    SELECT quarter, isodow(local_at) AS weekday, hour(local_at) AS hour
    FROM (
        SELECT quarter, to_timestamp(quarter * 900) AT TIME ZONE :zone AS local_at
        FROM range(epoch(:from::TIMESTAMPTZ)::BIGINT // 900, epoch(:until::TIMESTAMPTZ)::BIGINT // 900) AS hours(quarter)
    )
),
asked AS (
    SELECT epoch_us(started_at) // 900000000 AS quarter, first_response{clock}_ms AS ms
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
)
SELECT weekday, hour, count(ms) AS n, quantile_cont(ms, 0.5) AS median_ms, quantile_cont(ms, 0.9) AS p90_ms
FROM asked JOIN quarters USING (quarter)
WHERE ms IS NOT NULL
GROUP BY weekday, hour
ORDER BY weekday, hour
