-- How many conversations are behind a number.
SELECT count(*) AS n
FROM conversations
WHERE {narrowed}
    AND {filters: channel team mode outcome carrier}
    AND (:search::VARCHAR IS NULL OR :search IN (conversation_id, thread_id, customer_id, first_agent_id))
