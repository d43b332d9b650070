conversation_id IN (
    SELECT conversation_id
    FROM (
        SELECT conversation_id, answered_by AS agent_id
        FROM turns
        WHERE answered_at >= :from AND answered_at < :until AND answered_by_kind = 'agent'
            AND coalesce(answered_by = getvariable('agent_id'), true)
    )
    WHERE {filters: agent}
)
