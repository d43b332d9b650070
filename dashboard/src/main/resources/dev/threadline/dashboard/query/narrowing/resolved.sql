resolved_at >= :from AND resolved_at < :until
