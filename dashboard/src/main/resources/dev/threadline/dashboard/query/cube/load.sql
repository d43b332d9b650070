-- One row per report date, agent and team: how the agent worked on that date.
WITH slices AS (
    SELECT slice_at, (slice_at AT TIME ZONE :zone)::DATE AS report_date FROM (SELECT DISTINCT slice_at FROM agent_load)
)
SELECT
    report_date,
    agent_id,
    coalesce(team, '') AS team,
    count(*) FILTER (engaged_union_ms > 0) AS n,
    coalesce(sum(engaged_ms), 0)::BIGINT AS engaged_ms,
    coalesce(sum(engaged_union_ms), 0)::BIGINT AS engaged_union_ms,
    coalesce(max(peak_engaged), 0)::BIGINT AS peak,
    coalesce(sum(messages), 0)::BIGINT AS messages
FROM agent_load JOIN slices USING (slice_at)
GROUP BY ALL
ORDER BY report_date
