-- One row per conversation with an observed wait: the time covered by its waits, as a union, cut where the owner changes.
CREATE OR REPLACE TABLE waits AS
WITH bots AS (
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
    SELECT source, thread_id, conversation_id, started_at AS instant FROM waiting
    UNION SELECT source, thread_id, conversation_id, ended_at FROM waiting
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
        FROM waiting w
        WHERE w.source = p.source AND w.thread_id = p.thread_id AND w.conversation_id = p.conversation_id
          AND w.started_at <= p.started_at AND w.ended_at >= p.ended_at)
)
SELECT
    source, thread_id, conversation_id,
    coalesce(sum(o.length_ms), 0)::BIGINT AS customer_wait_ms,
    coalesce(sum(o.length_ms) FILTER (WHERE o.owner = 'queue'), 0)::BIGINT AS wait_queue_ms,
    coalesce(sum(o.length_ms) FILTER (WHERE o.owner = 'agent'), 0)::BIGINT AS wait_agent_ms,
    coalesce(sum(o.length_ms) FILTER (WHERE o.owner = 'bot'), 0)::BIGINT AS wait_bot_ms
FROM (SELECT DISTINCT source, thread_id, conversation_id FROM waiting)
LEFT JOIN owned o USING (source, thread_id, conversation_id)
GROUP BY ALL;
