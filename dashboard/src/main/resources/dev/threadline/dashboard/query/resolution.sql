-- One row per report date: the conversations that were resolved on it.
{use: durations-by-date at=resolved_at measure=resolution}
