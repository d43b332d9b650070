-- The first answers of humans that were given in the period after a bot had handed over.
{use: duration-tile metric=handoff_wait measure=first_response_from_handoff at=first_response_at}
