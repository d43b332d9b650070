started_at >= :from AND started_at < :until
