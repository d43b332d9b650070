-- One row per customer turn of a conversation.
SELECT turn, spell, is_first_of_spell, started_at, last_message_at, messages, answered_at, answered_by, answered_by_kind,
    reply_ms, reply_business_ms, human_reply_ms, human_reply_business_ms
FROM turns
WHERE conversation_id = :conversation_id AND thread_id = :thread_id
ORDER BY turn
