-- One row per stint of a conversation.
SELECT stint, agent_id, team, started_at, ended_at, start_reason, end_reason, messages, handle_ms, engaged_ms, assigned_ms
FROM stints
WHERE conversation_id = :conversation_id AND thread_id = :thread_id
ORDER BY started_at, stint
