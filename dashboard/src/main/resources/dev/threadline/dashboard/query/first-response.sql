-- One row per report date: the first responses that were given on it.
{use: durations-by-date at=first_response_at measure=first_response}
