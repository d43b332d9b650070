-- One row per report date: how many conversations agents worked on at once. A head is shared by all channels, so only
-- team and agent can be asked for.
{use: report-dates}
observed AS (
    SELECT
        report_date,
        count(*) FILTER (engaged_union_ms > 0) AS n,
        count(DISTINCT agent_id) FILTER (engaged_union_ms > 0) AS agents,
        sum(engaged_ms) / nullif(sum(engaged_union_ms), 0) AS mean,
        max(peak_engaged) AS peak,
        sum(engaged_union_ms)::BIGINT AS engaged_union_ms
    FROM agent_load JOIN quarters ON quarter = epoch_us(slice_at) // 900000000
    WHERE slice_at >= :from AND slice_at < :until AND {filters: team agent}
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(n, zero) AS n,
    coalesce(agents, zero) AS agents,
    mean,
    peak,
    engaged_union_ms,
    report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
