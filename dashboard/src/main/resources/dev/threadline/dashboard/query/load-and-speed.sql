-- One row per number of conversations at once: how fast agents answer and how much attention a message gets while they
-- carry so many. The load is the peak of the agent's quarter of an hour, over all channels.
WITH slices AS (
    SELECT
        agent_id,
        epoch_us(slice_at) // 900000000 AS quarter,
        least(peak_engaged, 8) AS load,
        messages,
        handle_ms,
        engaged_union_ms
    FROM agent_load
    WHERE slice_at >= :from AND slice_at < :until AND peak_engaged > 0 AND {filters: team agent}
),
replied AS (
    SELECT agent_id, epoch_us(answered_at) // 900000000 AS quarter, ms, turn = 1 AS is_first
    FROM ({use: human-replies})
    WHERE {filters: channel team mode agent}
),
speed AS (
    SELECT
        load,
        count(ms) AS n,
        quantile_cont(ms, [0.5, 0.9]) AS quantiles,
        count(ms) FILTER (is_first) AS first_n,
        quantile_cont(ms, 0.5) FILTER (is_first) AS first_response_median_ms
    FROM replied JOIN slices USING (agent_id, quarter)
    GROUP BY load
),
work AS (
    SELECT
        load,
        count(*) AS slices,
        sum(engaged_union_ms)::BIGINT AS engaged_union_wall_ms,
        sum(handle_ms) / nullif(sum(messages), 0) AS handle_per_message_wall_ms,
        sum(messages) * 3600000 / nullif(sum(engaged_union_ms), 0) AS messages_per_hour
    FROM slices
    GROUP BY load
)
SELECT
    load,
    coalesce(n, 0) AS n,
    quantiles[1] AS median_ms,
    quantiles[2] AS p90_ms,
    coalesce(first_n, 0) AS first_n,
    first_response_median_ms,
    slices,
    engaged_union_wall_ms,
    handle_per_message_wall_ms,
    messages_per_hour
FROM work LEFT JOIN speed USING (load)
ORDER BY load
