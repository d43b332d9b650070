-- One row per conversation with an observed wait: the time covered by turns until their reply and by the handoff until the
-- next human message, as a union, cut where the owner changes. A turn never answered waits until the close, while the
-- conversation is open until as-of; else its wait is unobserved.
CREATE OR REPLACE TABLE waits AS
WITH intervals AS (
    SELECT
        t.source, t.thread_id, t.conversation_id, t.started_at,
        coalesce(t.answered_at, s.closed_at, CASE WHEN e.is_open THEN (SELECT as_of FROM as_of) END) AS ended_at
    FROM turns t
    JOIN spells s USING (source, thread_id, conversation_id, spell)
    JOIN extents e USING (source, thread_id, conversation_id)

    UNION ALL

    SELECT
        h.source, h.thread_id, h.conversation_id, h.handed_off_at AS started_at,
        coalesce(
            min(r.sent_at) FILTER (WHERE r.is_human_message),
            any_value(s.closed_at),
            CASE WHEN any_value(e.is_open) THEN (SELECT as_of FROM as_of) END) AS ended_at
    FROM handoffs h
    JOIN spells s USING (source, thread_id, conversation_id, spell)
    JOIN extents e USING (source, thread_id, conversation_id)
    LEFT JOIN records r
        ON r.source = h.source AND r.thread_id = h.thread_id AND r.conversation_id = h.conversation_id
        AND r.spell = h.spell AND r.place > h.place
    WHERE h.is_event
    GROUP BY h.source, h.thread_id, h.conversation_id, h.handed_off_at
),
observed AS (
    FROM intervals WHERE ended_at IS NOT NULL
),
bots AS (
    SELECT
        r.source, r.thread_id, r.conversation_id,
        min(r.sent_at) AS started_at, any_value(h.handed_off_at) AS ended_at
    FROM records r
    LEFT JOIN handoffs h USING (source, thread_id, conversation_id)
    WHERE r.is_bot_message
    GROUP BY ALL
),
-- Between two neighbouring instants of these nothing changes.
instants AS (
    SELECT source, thread_id, conversation_id, started_at AS instant FROM observed
    UNION SELECT source, thread_id, conversation_id, ended_at FROM observed
    UNION SELECT source, thread_id, conversation_id, started_at FROM ownership
    UNION SELECT source, thread_id, conversation_id, ended_at FROM ownership
    UNION SELECT source, thread_id, conversation_id, started_at FROM bots
    UNION SELECT source, thread_id, conversation_id, ended_at FROM bots
),
pieces AS (
    SELECT
        source, thread_id, conversation_id, instant AS started_at,
        lead(instant) OVER (PARTITION BY source, thread_id, conversation_id ORDER BY instant) AS ended_at
    FROM instants
    WHERE instant IS NOT NULL
),
owned AS (
    SELECT
        ms(p.started_at, p.ended_at) AS length_ms,
        p.source, p.thread_id, p.conversation_id,
        CASE
            WHEN EXISTS (
                FROM ownership o
                WHERE o.source = p.source AND o.thread_id = p.thread_id AND o.conversation_id = p.conversation_id
                  AND o.started_at <= p.started_at AND (o.ended_at IS NULL OR o.ended_at >= p.ended_at)) THEN 'agent'
            WHEN EXISTS (
                FROM bots b
                WHERE b.source = p.source AND b.thread_id = p.thread_id AND b.conversation_id = p.conversation_id
                  AND b.started_at <= p.started_at AND (b.ended_at IS NULL OR b.ended_at >= p.ended_at)) THEN 'bot'
            ELSE 'queue'
        END AS owner
    FROM pieces p
    WHERE p.ended_at IS NOT NULL AND EXISTS (
        FROM observed w
        WHERE w.source = p.source AND w.thread_id = p.thread_id AND w.conversation_id = p.conversation_id
          AND w.started_at <= p.started_at AND w.ended_at >= p.ended_at)
)
SELECT
    source, thread_id, conversation_id,
    coalesce(sum(o.length_ms), 0)::BIGINT AS customer_wait_ms,
    coalesce(sum(o.length_ms) FILTER (WHERE o.owner = 'queue'), 0)::BIGINT AS wait_queue_ms,
    coalesce(sum(o.length_ms) FILTER (WHERE o.owner = 'agent'), 0)::BIGINT AS wait_agent_ms,
    coalesce(sum(o.length_ms) FILTER (WHERE o.owner = 'bot'), 0)::BIGINT AS wait_bot_ms
FROM (SELECT DISTINCT source, thread_id, conversation_id FROM observed)
LEFT JOIN owned o USING (source, thread_id, conversation_id)
GROUP BY ALL;
