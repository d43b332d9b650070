-- One row per report date: whose turn it was while the customers waited whose conversations started on it.
{use: report-dates}
observed AS (
    SELECT
        report_date,
        count(customer_wait{clock}_ms) AS n,
        sum(wait_queue{clock}_ms)::BIGINT AS wait_queue_ms,
        sum(wait_agent{clock}_ms)::BIGINT AS wait_agent_ms,
        sum(wait_bot{clock}_ms)::BIGINT AS wait_bot_ms,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM conversations JOIN quarters ON quarter = epoch_us(started_at) // 900000000
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(n, zero) AS n,
    wait_queue_ms,
    wait_agent_ms,
    wait_bot_ms,
    coalesce(provisional, false) OR report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
