-- Handle time by agent and quarter of an hour, by how many conversations were going on for the agent while they truly
-- worked in it (the mean, rounded). Where agents did not work, all that is found is too much. A message can be credited 5
-- minutes at most; what true work lies further before its end is beyond the cap.
WITH cut AS (
    SELECT
        agent_id, slice_at, at_once,
        ms(greatest(started_at, slice_at), least(ended_at, slice_at + INTERVAL 15 MINUTE)) AS length_ms,
        ms(greatest(started_at, slice_at), least(ended_at - INTERVAL 5 MINUTE, slice_at + INTERVAL 15 MINUTE))
            AS beyond_ms
    FROM (
        SELECT
            *,
            unnest(generate_series(
                time_bucket(INTERVAL 15 MINUTE, started_at), ended_at, INTERVAL 15 MINUTE)) AS slice_at
        FROM true_attention)
),
worked AS (
    SELECT
        agent_id, slice_at, sum(length_ms)::BIGINT AS true_ms,
        sum(greatest(beyond_ms, 0))::BIGINT AS beyond_ms,
        round(sum(at_once * length_ms) / sum(length_ms)::DOUBLE)::INTEGER AS at_once
    FROM cut
    GROUP BY ALL
    HAVING true_ms > 0
),
found AS (
    SELECT agent_id, slice_at, handle_ms FROM agent_load WHERE handle_ms > 0
),
slices AS (
    SELECT
        w.at_once, w.beyond_ms, coalesce(w.true_ms, 0) AS true_ms, coalesce(f.handle_ms, 0) AS handle_ms,
        coalesce(f.handle_ms, 0) - coalesce(w.true_ms, 0) AS error_ms
    FROM worked w
    FULL JOIN found f USING (agent_id, slice_at)
)
SELECT
    CASE
        WHEN grouping(level) = 1 THEN 'all'
        WHEN level IS NULL THEN 'no work'
        WHEN level = 8 THEN '8 and more'
        ELSE level::VARCHAR
    END AS "at once",
    count(*) AS "slices",
    shown(sum(true_ms) / 3600000) AS "true, h",
    shown(sum(handle_ms) / 3600000) AS "handle time, h",
    share(sum(error_ms), sum(true_ms)) AS "bias",
    share(sum(beyond_ms), sum(true_ms)) AS "beyond the cap",
    shown(median(error_ms) / 60000) AS "median error, min",
    shown(quantile_cont(abs(error_ms), 0.9) / 60000) AS "p90 absolute, min"
FROM (SELECT *, CASE WHEN at_once > 8 THEN 8 ELSE at_once END AS level FROM slices)
GROUP BY ROLLUP (level)
ORDER BY grouping(level), level NULLS LAST;
