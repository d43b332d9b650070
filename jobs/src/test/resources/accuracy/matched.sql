-- What the published tables say beside the truth of a generated log. Made from the views conversations,
-- conversation_messages, agent_load (published) and true_messages, true_conversations, true_attention (the truth's files).

-- Whole milliseconds from one instant to another.
CREATE MACRO ms(start_at, end_at) AS epoch_ms(end_at) - epoch_ms(start_at);

-- "12.3"; a dash where there is nothing to say.
CREATE MACRO shown(number) AS coalesce(format('{:.1f}', number), '–');

-- "12.3 %"
CREATE MACRO share(part, whole) AS coalesce(format('{:.1f} %', 100 * part / nullif(whole, 0)::DOUBLE), '–');

-- One row per message of a customer or a human, with the conversation it truly belongs to and the one it was found in.
CREATE TABLE activities AS
SELECT
    m.thread_id, m.place, m.sent_at, m.sender_role, m.conversation_id AS found_id, t.gold_conversation_id AS true_id,
    c.channel,
    lag(m.place) OVER in_order AS previous_place,
    lag(m.conversation_id) OVER in_order AS previous_found_id,
    lag(t.gold_conversation_id) OVER in_order AS previous_true_id
FROM conversation_messages m
JOIN true_messages t USING (thread_id, message_id)
JOIN true_conversations c ON c.conversation_id = t.gold_conversation_id
WHERE m.kind = 'message' AND m.sender_role IN ('customer', 'agent')
WINDOW in_order AS (PARTITION BY m.thread_id ORDER BY m.place);

-- One row per true conversation that anybody wrote in, with the one found that its first message is in; exact if both
-- have the same messages.
CREATE TABLE matched AS
WITH true_ones AS (
    SELECT
        true_id, arg_min(found_id, place) AS found_id, count(DISTINCT found_id) AS pieces,
        min(sent_at) FILTER (WHERE sender_role = 'customer') AS asked_at
    FROM activities
    GROUP BY true_id
),
found_ones AS (
    SELECT found_id, count(DISTINCT true_id) AS pieces FROM activities GROUP BY found_id
)
SELECT
    t.true_id, t.found_id, c.channel,
    t.pieces = 1 AND f.pieces = 1 AS exact,
    ms(t.asked_at, c.resolved_at) AS true_resolution_ms,
    p.resolution_ms,
    c.attention_ms AS true_handle_ms,
    p.handle_ms
FROM true_ones t
JOIN found_ones f USING (found_id)
JOIN true_conversations c ON c.conversation_id = t.true_id
JOIN conversations p ON p.conversation_id = t.found_id;
