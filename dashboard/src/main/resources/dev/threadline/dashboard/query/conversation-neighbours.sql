-- One row: the conversations of the same thread before and after this one.
WITH thread AS (
    SELECT
        conversation_id,
        lag(conversation_id) OVER in_thread AS previous_id,
        lag(ended_at) OVER in_thread AS previous_ended_at,
        lag(end_reason) OVER in_thread AS previous_end_reason,
        lag(end_confidence) OVER in_thread AS previous_end_confidence,
        lag(end_explanation) OVER in_thread AS previous_end_explanation,
        lead(conversation_id) OVER in_thread AS next_id,
        lead(started_at) OVER in_thread AS next_started_at
    FROM conversations
    WHERE source = :source AND thread_id = :thread_id
    WINDOW in_thread AS (ORDER BY started_at, conversation_id)
)
SELECT * EXCLUDE (conversation_id) FROM thread WHERE conversation_id = :conversation_id
