hour(started_at AT TIME ZONE :zone) = :hour
