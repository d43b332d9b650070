-- One row per hour of the week: the conversations that started in it, and on how many days of the period it came while the
-- log lasts: what lies before the log or after it is no hour without work.
-- A quarter of an hour lies in one local hour in any zone: joining by it is cheaper than converting every instant.
WITH quarters AS (
    SELECT quarter, isodow(local_at) AS weekday, hour(local_at) AS hour
    FROM (
        SELECT quarter, to_timestamp(quarter * 900) AT TIME ZONE :zone AS local_at
        FROM range(epoch(:from::TIMESTAMPTZ)::BIGINT // 900, epoch(:until::TIMESTAMPTZ)::BIGINT // 900) AS hours(quarter)
    )
    WHERE local_at >= :first_date::DATE AND local_at < date_trunc('hour', :as_of::TIMESTAMPTZ AT TIME ZONE :zone) + INTERVAL 1 HOUR
),
days AS (SELECT weekday, hour, count(*) / 4 AS days FROM quarters GROUP BY weekday, hour),
started AS (
    SELECT weekday, hour, count(*) AS n
    FROM (
        SELECT epoch_us(started_at) // 900000000 AS quarter
        FROM conversations
        WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    )
    JOIN quarters USING (quarter)
    GROUP BY weekday, hour
)
SELECT weekday, hour, coalesce(n, 0) AS n, days, coalesce(n, 0) / days AS per_day
FROM days LEFT JOIN started USING (weekday, hour)
ORDER BY weekday, hour
