-- Where an id leads that later data has changed, perhaps again and again: the first conversation on the way that is there.
WITH RECURSIVE newest AS (
    SELECT old_conversation_id, max_by(new_conversation_id, restated_at) AS new_conversation_id
    FROM conversation_restatements
    GROUP BY old_conversation_id
),
trail AS (
    SELECT new_conversation_id, 1 AS hops FROM newest WHERE old_conversation_id = :conversation_id
    UNION ALL
    SELECT newest.new_conversation_id, hops + 1
    FROM trail
    JOIN newest ON newest.old_conversation_id = trail.new_conversation_id
    -- Ids that came back could lead in a circle.
    WHERE hops < 100
)
SELECT new_conversation_id
FROM trail
JOIN conversations ON conversations.conversation_id = trail.new_conversation_id
ORDER BY hops
LIMIT 1
