-- One row per record of a conversation, in the order of the thread. The text only where the configuration shows it.
SELECT
    placed.place,
    placed.message_id,
    placed.sent_at,
    placed.sender_role,
    placed.sender_id,
    placed.kind,
    placed.event,
    placed.turn,
    placed.spell,
    logged.assignee_id,
    logged.text_length,
    logged.is_acknowledgement_text,
    CASE WHEN :show_text THEN logged.text END AS text
FROM conversation_messages AS placed
LEFT JOIN messages AS logged
    ON logged.source = placed.source AND logged.thread_id = placed.thread_id AND logged.message_id = placed.message_id
    AND logged.thread_id = :thread_id
WHERE placed.conversation_id = :conversation_id AND placed.thread_id = :thread_id
ORDER BY placed.place
