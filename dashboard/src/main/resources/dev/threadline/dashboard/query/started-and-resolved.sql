-- One row per report date: the conversations that started on it and those that were resolved on it.
WITH dates AS (
    SELECT unnest(generate_series(date_trunc('{grain}', :from_date::DATE), :until_date::DATE - 1, INTERVAL 1 {grain}))::DATE AS report_date
),
started AS (
    SELECT
        date_trunc('{grain}', started_at AT TIME ZONE :zone)::DATE AS report_date,
        count(*) AS started,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    GROUP BY 1
),
resolved AS (
    SELECT date_trunc('{grain}', resolved_at AT TIME ZONE :zone)::DATE AS report_date, count(*) AS resolved
    FROM conversations
    WHERE resolved_at >= :from AND resolved_at < :until AND {filters: channel team mode outcome carrier}
    GROUP BY 1
)
SELECT
    report_date,
    coalesce(started, 0) AS n,
    coalesce(started, 0) AS started,
    coalesce(resolved, 0) AS resolved,
    coalesce(provisional, false) OR report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN started USING (report_date) LEFT JOIN resolved USING (report_date)
ORDER BY report_date
