-- How long customers waited in the conversations that started in the period.
{use: duration-tile metric=customer_wait measure=customer_wait at=started_at}
