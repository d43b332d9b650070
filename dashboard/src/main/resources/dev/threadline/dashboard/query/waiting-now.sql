-- One row per customer who waits at the hour asked for, the longest first, at most a hundred.
{use: waiting-at-hour}
owned AS (
    SELECT conversation_id, max_by(agent_id, started_at) AS owner_id
    FROM stints
    WHERE conversation_id IN (SELECT conversation_id FROM waiting)
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
    count(*) OVER () AS waiting
FROM waiting JOIN alive USING (conversation_id) LEFT JOIN owned USING (conversation_id)
WHERE waited_ms >= coalesce(:waited_least::BIGINT, 0) AND (:waited_below::BIGINT IS NULL OR waited_ms < :waited_below)
ORDER BY waiting_since, conversation_id
LIMIT 100
