-- One row per customer who waits at the hour asked for, the longest first, at most a hundred.
WITH instant AS (
    SELECT date_trunc('hour', least(coalesce(:at::TIMESTAMPTZ, max(hour_at)), max(hour_at))) AS hour_at FROM backlog
),
-- A turn without an answer at that hour, and a handoff whose human had not written by then.
waits AS (
    SELECT conversation_id, started_at AS since, answered_at IS NOT NULL AS ends_later
    FROM turns
    WHERE started_at <= (SELECT hour_at FROM instant)
        AND (answered_at IS NULL OR answered_at > (SELECT hour_at FROM instant))
    UNION ALL
    SELECT conversation_id, first_response_at - to_milliseconds(first_response_from_handoff_ms), true
    FROM conversations
    WHERE first_response_at > (SELECT hour_at FROM instant)
        AND first_response_at - to_milliseconds(first_response_from_handoff_ms) <= (SELECT hour_at FROM instant)
),
-- What was never answered waits only while its conversation goes on.
waiting AS (
    SELECT
        conversation_id,
        min(since) AS waiting_since,
        any_value(channel) AS channel,
        any_value(team) AS team,
        any_value(customer_id) AS customer_id,
        any_value(outcome) AS outcome,
        any_value(messages) AS messages,
        count(*) OVER () AS waiting
    FROM waits JOIN conversations USING (conversation_id)
    WHERE (ends_later OR outcome = 'open' OR coalesce(closed_at, ended_at) > (SELECT hour_at FROM instant))
        AND {filters: channel team mode outcome carrier}
    GROUP BY conversation_id
),
longest AS (FROM waiting ORDER BY waiting_since, conversation_id LIMIT 100),
owned AS (
    SELECT conversation_id, max_by(agent_id, started_at) AS owner_id
    FROM stints
    WHERE conversation_id IN (SELECT conversation_id FROM longest)
        AND started_at <= (SELECT hour_at FROM instant)
        AND (ended_at > (SELECT hour_at FROM instant) OR end_reason = 'open')
    GROUP BY conversation_id
)
SELECT
    conversation_id,
    waiting_since,
    epoch_ms((SELECT hour_at FROM instant)) - epoch_ms(waiting_since) AS waited_ms,
    channel,
    team,
    customer_id,
    owner_id,
    outcome,
    messages,
    waiting
FROM longest LEFT JOIN owned USING (conversation_id)
ORDER BY waiting_since, conversation_id
