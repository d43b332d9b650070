-- One row per report date: the conversations with a bot that started on it, by who saw them through.
{use: report-dates}
observed AS (
    SELECT
        report_date,
        count(*) AS n,
        count(*) FILTER (outcome = 'bot_contained') AS contained,
        count(*) FILTER (outcome IN ('resolved', 'unanswered')) AS with_human,
        count(*) FILTER (outcome = 'abandoned_in_bot') AS abandoned,
        count(*) FILTER (outcome NOT IN ('bot_contained', 'resolved', 'unanswered', 'abandoned_in_bot')) AS other,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM conversations JOIN quarters ON quarter = epoch_us(started_at) // 900000000
    WHERE bot_messages > 0 AND started_at >= :from AND started_at < :until
        AND {filters: channel team mode outcome carrier}
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(n, zero) AS n,
    contained,
    with_human,
    abandoned,
    other,
    coalesce(provisional, false) OR report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
