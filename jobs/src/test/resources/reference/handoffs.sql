-- One row per conversation with a handoff: the first `queued` or `assigned`-to-a-human event after a bot message, else
-- the first human message after one.
CREATE OR REPLACE TABLE handoffs AS
WITH first_bot_messages AS (
    SELECT source, thread_id, conversation_id, min(place) AS place, arg_min(sent_at, place) AS sent_at
    FROM records
    WHERE is_bot_message
    GROUP BY ALL
),
candidates AS (
    SELECT
        r.source, r.thread_id, r.conversation_id,
        b.sent_at AS bot_started_at,
        min(CASE WHEN r.event = 'queued' OR r.assigns_human THEN r.place END) AS event_place,
        min(CASE WHEN r.is_human_message THEN r.place END) AS message_place
    FROM records r
    JOIN first_bot_messages b USING (source, thread_id, conversation_id)
    WHERE r.place > b.place
    GROUP BY ALL
)
SELECT
    c.source, c.thread_id, c.conversation_id, r.place, r.sent_at AS handed_off_at, r.spell,
    c.event_place IS NOT NULL AS is_event
FROM candidates c
JOIN records r ON r.source = c.source AND r.thread_id = c.thread_id
    AND r.place = coalesce(c.event_place, c.message_place);
