-- One row per report date: the conversations that started on it and those that were resolved on it.
{use: report-dates}
started AS (
    SELECT
        report_date,
        count(*) AS started,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM conversations JOIN quarters ON quarter = epoch_us(started_at) // 900000000
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    GROUP BY report_date
),
resolved AS (
    SELECT report_date, count(*) AS resolved
    FROM conversations JOIN quarters ON quarter = epoch_us(resolved_at) // 900000000
    WHERE resolved_at >= :from AND resolved_at < :until AND {filters: channel team mode outcome carrier}
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(started, zero) AS n,
    coalesce(started, zero) AS started,
    coalesce(resolved, zero) AS resolved,
    coalesce(provisional, false) OR report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN started USING (report_date) LEFT JOIN resolved USING (report_date)
ORDER BY report_date
