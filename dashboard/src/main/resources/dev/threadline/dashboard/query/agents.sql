-- One row per agent: what each carried or answered in the period. Stints count by their start; load is over all channels.
WITH carried AS (
    SELECT
        agent_id,
        count(*) AS n,
        count(DISTINCT conversation_id) AS conversations,
        sum(messages)::BIGINT AS messages,
        sum(handle{clock}_ms)::BIGINT AS handle_ms,
        quantile_cont(handle{clock}_ms, [0.5, 0.9]) AS quantiles,
        avg(handle{clock}_ms) AS mean_handle_ms,
        sum(engaged{clock}_ms)::BIGINT AS engaged_ms,
        sum(assigned{clock}_ms)::BIGINT AS assigned_ms
    FROM stints
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team agent}
    GROUP BY agent_id
),
replied AS (
    SELECT agent_id, count(ms) AS replies, quantile_cont(ms, 0.5) AS reply_median_ms
    FROM ({use: human-replies})
    WHERE {filters: channel team agent}
    GROUP BY agent_id
),
loaded AS (
    SELECT
        agent_id,
        sum(engaged_ms) / nullif(sum(engaged_union_ms), 0) AS mean_concurrency,
        max(peak_engaged) AS peak
    FROM agent_load
    WHERE slice_at >= :from AND slice_at < :until AND {filters: team agent}
    GROUP BY agent_id
)
SELECT
    agent_id,
    coalesce(n, 0) AS n,
    coalesce(conversations, 0) AS conversations,
    coalesce(messages, 0) AS messages,
    handle_ms,
    quantiles[1] AS median_ms,
    quantiles[2] AS p90_ms,
    mean_handle_ms AS mean_ms,
    engaged_ms,
    assigned_ms,
    coalesce(replies, 0) AS replies,
    reply_median_ms,
    mean_concurrency,
    peak
FROM carried FULL JOIN replied USING (agent_id) LEFT JOIN loaded USING (agent_id)
ORDER BY handle_ms DESC NULLS LAST, agent_id
