-- One row per record: the conversation it belongs to (its id is made of source, thread and message_id of its first
-- activity), NULL where it belongs to none.
CREATE OR REPLACE TABLE attached AS
WITH conversation_of_activity AS (
    SELECT
        l.source, l.thread_id, l.place,
        last_value(CASE WHEN b.rule IS NOT NULL THEN concat_ws('/', l.source, l.thread_id, l.message_id) END IGNORE NULLS)
            OVER (PARTITION BY l.source, l.thread_id ORDER BY l.place) AS conversation_id
    FROM log l
    JOIN boundaries b USING (source, thread_id, place)
    WHERE l.is_activity
)
SELECT
    l.*,
    CASE
        WHEN l.is_activity THEN own.conversation_id
        WHEN l.kind = 'campaign' THEN
            CASE WHEN ms(l.sent_at, l.next_activity_at) < 72 * 3600 * 1000 THEN after.conversation_id END
        -- Between two activities of one conversation.
        WHEN before.conversation_id = after.conversation_id THEN before.conversation_id
        WHEN l.event IN ('closed', 'merged') OR l.kind = 'auto' THEN before.conversation_id
        WHEN l.event IN ('opened', 'reopened') THEN after.conversation_id
        WHEN l.is_nearer_to_next THEN after.conversation_id
        WHEN l.is_bot_message AND ms(l.previous_activity_at, l.sent_at) >= l.silence_ms THEN NULL
        ELSE before.conversation_id
    END AS conversation_id
FROM log l
LEFT JOIN conversation_of_activity own
    ON own.source = l.source AND own.thread_id = l.thread_id AND own.place = l.place
LEFT JOIN conversation_of_activity before
    ON before.source = l.source AND before.thread_id = l.thread_id AND before.place = l.previous_activity
LEFT JOIN conversation_of_activity after
    ON after.source = l.source AND after.thread_id = l.thread_id AND after.place = l.next_activity;
