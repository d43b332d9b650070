-- One row per report date: the conversations that started on it by rhythm; those without a switch of speaker have none.
WITH dates AS (
    SELECT unnest(generate_series(date_trunc('{grain}', :from_date::DATE), :until_date::DATE - 1, INTERVAL 1 {grain}))::DATE AS report_date
),
observed AS (
    SELECT
        date_trunc('{grain}', started_at AT TIME ZONE :zone)::DATE AS report_date,
        count(mode) AS n,
        count(*) FILTER (mode = 'sync') AS sync,
        count(*) FILTER (mode = 'mixed') AS mixed,
        count(*) FILTER (mode = 'async') AS async,
        count(*) FILTER (mode IS NULL) AS without_rhythm,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    GROUP BY 1
)
SELECT
    report_date,
    coalesce(n, 0) AS n,
    sync,
    mixed,
    async,
    without_rhythm,
    coalesce(provisional, false) OR report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
