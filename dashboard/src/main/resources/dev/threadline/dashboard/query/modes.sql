-- One row per report date: the conversations that started on it by rhythm; those without a switch of speaker have none.
{use: report-dates}
observed AS (
    SELECT
        report_date,
        count(mode) AS n,
        count(*) FILTER (mode = 'sync') AS sync,
        count(*) FILTER (mode = 'mixed') AS mixed,
        count(*) FILTER (mode = 'async') AS async,
        count(*) FILTER (mode IS NULL) AS without_rhythm,
        avg(provisional::INTEGER) > 0.01 AS provisional
    FROM conversations JOIN quarters ON quarter = epoch_us(started_at) // 900000000
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(n, zero) AS n,
    sync,
    mixed,
    async,
    without_rhythm,
    coalesce(provisional, false) OR report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
