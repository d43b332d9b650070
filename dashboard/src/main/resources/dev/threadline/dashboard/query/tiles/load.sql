-- How many agents worked, how many conversations each had at once, and how much they wrote meanwhile. A head is shared by
-- all channels, so only team and agent can be asked for.
WITH load AS MATERIALIZED (
    SELECT
        count(*) FILTER (engaged_union_ms > 0) AS n,
        count(DISTINCT agent_id) FILTER (engaged_union_ms > 0) AS agents,
        sum(engaged_ms) / nullif(sum(engaged_union_ms), 0) AS mean,
        max(peak_engaged) AS peak,
        sum(messages) * 3600000 / nullif(sum(engaged_union_ms), 0) AS messages_per_hour
    FROM agent_load
    WHERE slice_at >= :from AND slice_at < :until AND {filters: team agent}
)
SELECT 'concurrency' AS metric, n, mean, peak FROM load
UNION ALL BY NAME
SELECT 'agents' AS metric, n, agents AS count FROM load
UNION ALL BY NAME
SELECT 'messages_per_hour' AS metric, n, messages_per_hour AS mean FROM load
