-- Due is what was answered, and what is overdue: an answer that can still come in time is not counted yet.
due AS (
    SELECT
        epoch_us(started_at) // 900000000 AS quarter,
        channel,
        team,
        first_response{clock}_ms AS ms,
        CASE
            WHEN first_response{clock}_ms IS NOT NULL THEN first_response{clock}_ms <= :target_ms
            WHEN outcome = 'unanswered' AND started_at + to_milliseconds(:target_ms) <= :as_of THEN false
            WHEN outcome = 'open' AND unanswered_turns > 0 AND customer_wait{clock}_ms > :target_ms THEN false
        END AS met
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
),
