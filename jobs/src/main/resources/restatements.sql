-- Conversations published before whose id no conversation has now, and what became of them.
WITH lost AS (
    SELECT source, thread_id, conversation_id
    FROM old_conversations
    LEFT ANTI JOIN new_conversations USING (source, thread_id, conversation_id)
),
-- Where each activity of a touched thread was, and where it is.
moved AS (
    SELECT old.source, old.thread_id, old.place,
           old.conversation_id AS old_conversation_id,
           new.conversation_id AS new_conversation_id
    FROM old_conversation_messages old
    JOIN new_conversation_messages new USING (source, thread_id, message_id)
    LEFT SEMI JOIN lost ON lost.source = old.source AND lost.thread_id = old.thread_id
    WHERE old.kind = 'message' AND old.sender_role IN ('customer', 'agent')
),
origins AS (
    SELECT new_conversation_id, count(DISTINCT old_conversation_id) AS olds
    FROM moved
    GROUP BY new_conversation_id
),
destinations AS (
    SELECT source, thread_id, old_conversation_id,
           min_by(new_conversation_id, place) AS new_conversation_id,
           count(DISTINCT new_conversation_id) AS news
    FROM moved
    GROUP BY source, thread_id, old_conversation_id
),
-- What was said of each id last: after a rollback the same change is found again.
said AS (
    SELECT source, thread_id, old_conversation_id,
           max_by(struct(new_conversation_id, change), restated_at) AS last
    FROM known_restatements
    GROUP BY source, thread_id, old_conversation_id
),
found AS (
    SELECT destinations.old_conversation_id,
           destinations.new_conversation_id,
           CASE WHEN news > 1 THEN 'split' WHEN olds > 1 THEN 'merged' ELSE 'extended' END AS change,
           destinations.source,
           destinations.thread_id
    FROM destinations
    JOIN lost ON lost.source = destinations.source
             AND lost.thread_id = destinations.thread_id
             AND lost.conversation_id = destinations.old_conversation_id
    JOIN origins ON origins.new_conversation_id = destinations.new_conversation_id
)
SELECT found.*
FROM found
LEFT ANTI JOIN said
    ON said.source = found.source
   AND said.thread_id = found.thread_id
   AND said.old_conversation_id = found.old_conversation_id
   AND said.last.new_conversation_id = found.new_conversation_id
   AND said.last.change = found.change
