-- One row per agent and 15-minute slice with any load: what is assigned to, engages and waits for the agent, summed over
-- conversations, cut at the edges of the slices.
CREATE OR REPLACE TABLE agent_load AS
WITH intervals AS (
    SELECT agent_id, 'assigned' AS kind, started_at, ended_at FROM stints

    UNION ALL

    SELECT s.agent_id, 'engaged', greatest(g.started_at, s.started_at), least(g.ended_at, s.ended_at)
    FROM stints s
    JOIN engagement g USING (source, thread_id, conversation_id)
    WHERE g.started_at < s.ended_at AND s.started_at < g.ended_at

    UNION ALL

    -- The customer has the last word: from the turn's start to its answer, else to the end of the stint.
    SELECT
        s.agent_id, 'pending', greatest(t.started_at, s.started_at),
        least(coalesce(t.answered_at, p.closed_at, s.ended_at), s.ended_at)
    FROM stints s
    JOIN turns t USING (source, thread_id, conversation_id)
    JOIN spells p USING (source, thread_id, conversation_id, spell)
    WHERE t.started_at < s.ended_at AND s.started_at < coalesce(t.answered_at, p.closed_at, s.ended_at)

    UNION ALL

    SELECT agent_id, 'handle', started_at, ended_at FROM handle_time
),
slices AS (
    SELECT DISTINCT
        agent_id,
        unnest(generate_series(
            time_bucket(INTERVAL 15 MINUTE, started_at), ended_at, INTERVAL 15 MINUTE)) AS slice_at
    FROM intervals
),
-- Between two neighbouring instants of these nothing changes.
instants AS (
    SELECT agent_id, started_at AS instant FROM intervals
    UNION SELECT agent_id, ended_at FROM intervals
    UNION SELECT agent_id, slice_at FROM slices
),
pieces AS (
    SELECT
        agent_id, instant AS started_at,
        lead(instant) OVER (PARTITION BY agent_id ORDER BY instant) AS ended_at
    FROM instants
),
counted AS (
    SELECT
        p.agent_id,
        time_bucket(INTERVAL 15 MINUTE, p.started_at) AS slice_at,
        ms(p.started_at, p.ended_at) AS length_ms,
        count(*) FILTER (WHERE i.kind = 'assigned') AS assigned,
        count(*) FILTER (WHERE i.kind = 'engaged') AS engaged,
        count(*) FILTER (WHERE i.kind = 'pending') AS pending,
        count(*) FILTER (WHERE i.kind = 'handle') AS handled
    FROM pieces p
    JOIN intervals i ON i.agent_id = p.agent_id AND i.started_at <= p.started_at AND i.ended_at >= p.ended_at
    WHERE p.ended_at IS NOT NULL
    GROUP BY p.agent_id, p.started_at, p.ended_at
),
written AS (
    SELECT agent_id, time_bucket(INTERVAL 15 MINUTE, ended_at) AS slice_at, count(*) AS messages
    FROM handle_time
    GROUP BY ALL
),
loads AS (
    SELECT
        agent_id, slice_at,
        sum(assigned * length_ms)::BIGINT AS assigned_ms,
        sum(engaged * length_ms)::BIGINT AS engaged_ms,
        sum(pending * length_ms)::BIGINT AS pending_ms,
        coalesce(sum(length_ms) FILTER (WHERE engaged >= 1), 0)::BIGINT AS engaged_union_ms,
        sum(handled * length_ms)::BIGINT AS handle_ms,
        max(assigned) AS peak_assigned,
        max(engaged) AS peak_engaged,
        coalesce(sum(length_ms) FILTER (WHERE engaged = 1), 0)::BIGINT AS engaged_ms_at_1,
        coalesce(sum(length_ms) FILTER (WHERE engaged = 2), 0)::BIGINT AS engaged_ms_at_2,
        coalesce(sum(length_ms) FILTER (WHERE engaged = 3), 0)::BIGINT AS engaged_ms_at_3,
        coalesce(sum(length_ms) FILTER (WHERE engaged = 4), 0)::BIGINT AS engaged_ms_at_4,
        coalesce(sum(length_ms) FILTER (WHERE engaged = 5), 0)::BIGINT AS engaged_ms_at_5,
        coalesce(sum(length_ms) FILTER (WHERE engaged = 6), 0)::BIGINT AS engaged_ms_at_6,
        coalesce(sum(length_ms) FILTER (WHERE engaged = 7), 0)::BIGINT AS engaged_ms_at_7,
        coalesce(sum(length_ms) FILTER (WHERE engaged >= 8), 0)::BIGINT AS engaged_ms_at_8plus
    FROM counted
    GROUP BY ALL
)
SELECT agent_id, slice_at, coalesce(w.messages, 0) AS messages, coalesce(COLUMNS(l.* EXCLUDE (agent_id, slice_at)), 0)
FROM loads l
FULL JOIN written w USING (agent_id, slice_at);
