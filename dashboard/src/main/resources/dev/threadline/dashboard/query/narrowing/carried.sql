conversation_id IN (
    SELECT conversation_id FROM stints WHERE started_at >= :from AND started_at < :until AND {filters: agent}
)
