first_response_at >= :from AND first_response_at < :until
