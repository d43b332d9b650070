conversation_id IN (
    WITH {use: first-responses-due}
    judged AS (SELECT conversation_id FROM due WHERE met = :in_time)
    FROM judged
)
