-- The customers who wait at the hour asked for, and since when.
WITH instant AS (
    SELECT date_trunc('hour', least(coalesce(:at::TIMESTAMPTZ, max(hour_at)), max(hour_at))) AS hour_at FROM backlog
),
-- Whoever waits at that hour waits in a conversation that goes on past it: these are few.
alive AS (
    SELECT
        conversation_id,
        channel,
        team,
        customer_id,
        outcome,
        messages,
        first_response_at,
        first_response_at - to_milliseconds(first_response_from_handoff_ms) AS handed_over_at
    FROM conversations
    WHERE started_at <= (SELECT hour_at FROM instant)
        AND (outcome = 'open' OR greatest(ended_at, closed_at) > (SELECT hour_at FROM instant))
        AND {filters: channel team mode outcome carrier}
),
-- A turn without an answer by then, and a handoff whose human had not written by then.
waits AS (
    SELECT conversation_id, started_at AS since
    FROM turns
    WHERE conversation_id IN (SELECT conversation_id FROM alive)
        AND started_at <= (SELECT hour_at FROM instant)
        AND (answered_at IS NULL OR answered_at > (SELECT hour_at FROM instant))
    UNION ALL
    SELECT conversation_id, handed_over_at
    FROM alive
    WHERE handed_over_at <= (SELECT hour_at FROM instant) AND first_response_at > (SELECT hour_at FROM instant)
),
waiting AS (SELECT conversation_id, min(since) AS waiting_since FROM waits GROUP BY conversation_id),
