-- One row per report date: the first answers of humans that were given on it after a bot had handed over.
{use: durations-by-date at=first_response_at measure=first_response_from_handoff}
