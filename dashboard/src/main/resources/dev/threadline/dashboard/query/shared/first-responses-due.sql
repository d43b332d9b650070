targets AS (
    SELECT unnest(from_json(:targets::VARCHAR, '[{"channel":"VARCHAR","team":"VARCHAR","target_ms":"BIGINT"}]'), recursive := true)
),
-- Due is what was answered, and what is overdue: an answer that can still come in time is not counted yet.
due AS (
    SELECT
        conversation_id,
        epoch_us(started_at) // 900000000 AS quarter,
        channel,
        team,
        target_ms,
        ms,
        CASE
            WHEN ms IS NOT NULL THEN ms <= target_ms
            WHEN outcome = 'unanswered' AND started_at + to_milliseconds(target_ms) <= :as_of THEN false
            WHEN outcome = 'open' AND unanswered_turns > 0 AND waited_ms > target_ms THEN false
        END AS met
    FROM (
        SELECT
            conversation_id,
            started_at,
            channel,
            team,
            coalesce(team, '') AS named_team,
            outcome,
            unanswered_turns,
            first_response{clock}_ms AS ms,
            customer_wait{clock}_ms AS waited_ms
        FROM conversations
        WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
    ) AS asked
    JOIN (SELECT channel, team AS named_team, target_ms FROM targets) USING (channel, named_team)
),
