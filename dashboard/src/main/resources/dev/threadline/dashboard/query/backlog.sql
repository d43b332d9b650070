-- One row per hour, over a month per report date at its last hour: the conversations open then and those that wait.
WITH hours AS (
    SELECT
        hour_at,
        date_trunc('{grain}', hour_at AT TIME ZONE :zone)::DATE AS report_date,
        sum(open)::BIGINT AS open,
        sum(awaiting_agent)::BIGINT AS awaiting_agent,
        max(oldest_wait_ms) AS oldest_wait_ms
    FROM backlog
    WHERE hour_at >= :from AND hour_at < :until AND {filters: channel team}
    GROUP BY ALL
)
SELECT hour_at, open, awaiting_agent, oldest_wait_ms
FROM hours
WHERE :until_date::DATE - :from_date::DATE <= 31
    OR hour_at IN (SELECT max(hour_at) FROM hours GROUP BY report_date)
ORDER BY hour_at
