-- One row per band: the customers who wait at the hour asked for, by how long they have waited.
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
    SELECT epoch_ms((SELECT hour_at FROM instant)) - epoch_ms(min(since)) AS ms
    FROM waits JOIN conversations USING (conversation_id)
    WHERE (ends_later OR outcome = 'open' OR coalesce(closed_at, ended_at) > (SELECT hour_at FROM instant))
        AND {filters: channel team mode outcome carrier}
    GROUP BY conversation_id
),
bands (from_ms, until_ms) AS (
    VALUES (0::BIGINT, 900_000::BIGINT), (900_000, 3_600_000), (3_600_000, 14_400_000), (14_400_000, 86_400_000),
        (86_400_000, 259_200_000), (259_200_000, NULL)
),
counted AS (
    SELECT from_ms, count(*) AS n
    FROM waiting JOIN bands ON ms >= from_ms AND (ms < until_ms OR until_ms IS NULL)
    GROUP BY from_ms
)
SELECT from_ms, until_ms, coalesce(n, 0) AS n, coalesce(n, 0) / nullif(sum(n) OVER (), 0) AS share
FROM bands LEFT JOIN counted USING (from_ms)
ORDER BY from_ms
