-- One row per report date: how many conversations agents worked on at once. A head is shared by all channels, so only
-- team and agent can be asked for.
WITH dates AS (
    SELECT unnest(generate_series(date_trunc('{grain}', :from_date::DATE), :until_date::DATE - 1, INTERVAL 1 {grain}))::DATE AS report_date
),
observed AS (
    SELECT
        date_trunc('{grain}', slice_at AT TIME ZONE :zone)::DATE AS report_date,
        count(*) FILTER (engaged_union_ms > 0) AS n,
        count(DISTINCT agent_id) AS agents,
        sum(engaged_ms) / nullif(sum(engaged_union_ms), 0) AS mean,
        max(peak_engaged) AS peak,
        sum(engaged_union_ms)::BIGINT AS engaged_union_ms
    FROM agent_load
    WHERE slice_at >= :from AND slice_at < :until AND {filters: team agent}
    GROUP BY 1
)
SELECT
    report_date,
    coalesce(n, 0) AS n,
    coalesce(agents, 0) AS agents,
    mean,
    peak,
    engaged_union_ms,
    report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
