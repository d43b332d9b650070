-- The first responses that were given in the period.
{use: duration-tile metric=first_response measure=first_response at=first_response_at}
