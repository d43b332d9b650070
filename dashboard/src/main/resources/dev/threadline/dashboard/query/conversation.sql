-- One row: a conversation, by its id.
SELECT * FROM conversations WHERE conversation_id = :conversation_id
