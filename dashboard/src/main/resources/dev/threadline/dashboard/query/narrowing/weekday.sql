isodow(started_at AT TIME ZONE :zone) = :weekday
