-- One row per conversation behind a number, a page of them.
SELECT
    conversation_id,
    source,
    thread_id,
    started_at,
    ended_at,
    channel,
    team,
    customer_id,
    first_agent_id,
    mode,
    outcome,
    provisional,
    messages,
    first_response{clock}_ms AS first_response_ms,
    customer_wait{clock}_ms AS customer_wait_ms,
    resolution{clock}_ms AS resolution_ms,
    handle{clock}_ms AS handle_ms,
    {sort_key} AS sort_key
FROM conversations
WHERE {narrowed}
    AND {filters: channel team mode outcome carrier}
    AND (:search::VARCHAR IS NULL OR :search IN (conversation_id, thread_id, customer_id, first_agent_id))
    AND (:after_id::VARCHAR IS NULL OR ({sort_key}, conversation_id) {beyond} (:after_key::BIGINT, :after_id))
ORDER BY sort_key {order}, conversation_id {order}
LIMIT :limit
