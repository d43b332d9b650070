-- One row per report date: how long customers waited in the conversations that started on it.
{use: durations-by-date at=started_at measure=customer_wait}
