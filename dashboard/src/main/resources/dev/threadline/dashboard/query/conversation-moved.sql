-- Where an id leads that later data has changed: the newest change wins.
SELECT new_conversation_id
FROM conversation_restatements
WHERE old_conversation_id = :conversation_id
ORDER BY restated_at DESC
LIMIT 1
