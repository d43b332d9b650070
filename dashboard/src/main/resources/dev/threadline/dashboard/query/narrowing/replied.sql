conversation_id IN (SELECT conversation_id FROM turns WHERE answered_at >= :from AND answered_at < :until)
