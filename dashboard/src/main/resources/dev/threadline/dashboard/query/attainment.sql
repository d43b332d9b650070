-- One row per report date: the first responses due to the conversations that started on it, and those given in time.
{use: report-dates}
asked AS (
    -- Due is what was answered, and what is overdue: an answer that can still come in time is not counted yet.
    SELECT
        epoch_us(started_at) // 900000000 AS quarter,
        channel,
        team,
        first_response{clock}_ms AS ms,
        CASE
            WHEN first_response{clock}_ms IS NOT NULL THEN first_response{clock}_ms <= :target_ms
            WHEN outcome = 'unanswered' AND started_at + to_milliseconds(:target_ms) <= :as_of THEN false
            WHEN outcome = 'open' AND unanswered_turns > 0 AND customer_wait{clock}_ms > :target_ms THEN false
        END AS met
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
),
observed AS (
    SELECT report_date, count(met) AS n, count(*) FILTER (met) AS met
    FROM asked JOIN quarters USING (quarter)
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(n, 0) AS n,
    coalesce(met, 0) AS met,
    met / nullif(n, 0) AS share,
    report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
