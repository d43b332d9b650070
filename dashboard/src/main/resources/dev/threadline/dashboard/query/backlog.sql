-- One row per hour, over a month per report date at its last hour: the conversations open then and those that wait.
WITH hours AS (
    SELECT
        hour_at,
        date_trunc('{grain}', hour_at AT TIME ZONE :zone)::DATE AS report_date,
        (hour_at AT TIME ZONE :zone)::DATE >= :first_date AND hour_at <= :as_of AS is_known
    FROM (
        SELECT to_timestamp(hour * 3600) AS hour_at
        FROM range(ceil(epoch(:from::TIMESTAMPTZ) / 3600)::BIGINT, ceil(epoch(:until::TIMESTAMPTZ) / 3600)::BIGINT) AS hours(hour)
    )
),
shown AS (
    SELECT hour_at, CASE WHEN is_known THEN 0 END AS zero
    FROM hours
    WHERE :until_date::DATE - :from_date::DATE <= 31
        OR hour_at IN (SELECT coalesce(max(hour_at) FILTER (is_known), max(hour_at)) FROM hours GROUP BY report_date)
),
-- An hour at which nothing is open has no row of its own.
counted AS (
    SELECT
        hour_at,
        sum(open)::BIGINT AS open,
        sum(awaiting_agent)::BIGINT AS awaiting_agent,
        max(oldest_wait_ms) AS oldest_wait_ms
    FROM backlog
    WHERE hour_at >= :from AND hour_at < :until AND {filters: channel team}
    GROUP BY hour_at
)
SELECT hour_at, coalesce(open, zero) AS open, coalesce(awaiting_agent, zero) AS awaiting_agent, oldest_wait_ms
FROM shown LEFT JOIN counted USING (hour_at)
ORDER BY hour_at
