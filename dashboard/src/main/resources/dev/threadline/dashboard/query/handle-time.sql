-- One row per report date: the handle time of the conversations that started on it.
{use: durations-by-date at=started_at measure=handle}
