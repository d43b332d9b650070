-- One row per public human message: the interval of attention that ends at it. It starts at the latest of the agent's
-- previous public message anywhere, the start of the turn that it answers, the assignment that began the stint, and
-- sent_at less the attention cap.
CREATE OR REPLACE TABLE handle_time AS
WITH human_messages AS (
    SELECT
        *,
        lag(sent_at) OVER (PARTITION BY sender_id ORDER BY sent_at, source, thread_id, place) AS previous_message_at
    FROM records
    WHERE is_human_message
)
SELECT
    m.source, m.thread_id, m.conversation_id, m.message_id, m.sender_id AS agent_id, m.place, o.stint,
    -- greatest() leaves out what is NULL.
    greatest(
        m.previous_message_at,
        t.started_at,
        CASE WHEN o.start_reason = 'assigned' THEN o.started_at END,
        later(m.sent_at, -(SELECT attention_cap_ms FROM settings))) AS started_at,
    m.sent_at AS ended_at
FROM human_messages m
LEFT JOIN turns t
    ON t.source = m.source AND t.thread_id = m.thread_id AND t.conversation_id = m.conversation_id
    AND t.answer_place = m.place
LEFT JOIN ownership o
    ON o.source = m.source AND o.thread_id = m.thread_id AND o.conversation_id = m.conversation_id
    AND o.agent_id = m.sender_id AND o.first_place <= m.place AND (o.end_place IS NULL OR m.place < o.end_place);
