-- One row per report date: how long agents were engaged in one conversation, in two, ... at once. A head is shared by all
-- channels, so only team and agent can be asked for.
{use: report-dates}
observed AS (
    SELECT
        report_date,
        count(*) FILTER (engaged_union_ms > 0) AS n,
        sum(engaged_union_ms)::BIGINT AS engaged_union_ms,
        sum(engaged_ms_at_1)::BIGINT AS at_1_ms,
        sum(engaged_ms_at_2)::BIGINT AS at_2_ms,
        sum(engaged_ms_at_3)::BIGINT AS at_3_ms,
        sum(engaged_ms_at_4)::BIGINT AS at_4_ms,
        sum(engaged_ms_at_5)::BIGINT AS at_5_ms,
        sum(engaged_ms_at_6)::BIGINT AS at_6_ms,
        sum(engaged_ms_at_7)::BIGINT AS at_7_ms,
        sum(engaged_ms_at_8plus)::BIGINT AS at_8plus_ms
    FROM agent_load JOIN quarters ON quarter = epoch_us(slice_at) // 900000000
    WHERE slice_at >= :from AND slice_at < :until AND {filters: team agent}
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(n, zero) AS n,
    observed.* EXCLUDE (report_date, n),
    report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
