-- One row per conversation, all its columns, in no order.
SELECT * FROM conversations
WHERE {by} >= :from AND {by} < :until AND {filters: channel team mode outcome carrier}
