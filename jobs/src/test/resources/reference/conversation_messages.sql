-- One row per record up to as-of: the conversation it belongs to (NULL: none), the customer's turn and the spell it is in.
CREATE OR REPLACE TABLE conversation_messages AS
SELECT
    a.source, a.thread_id, a.message_id, a.conversation_id, a.place, a.sent_at, a.sender_role, a.sender_id, a.kind,
    a.event, t.turn, r.spell
FROM attached a
LEFT JOIN records r USING (source, thread_id, place)
LEFT JOIN turns t
    ON t.source = a.source AND t.thread_id = a.thread_id AND t.conversation_id = a.conversation_id
    AND a.is_customer_message AND a.place BETWEEN t.first_place AND t.last_place;
