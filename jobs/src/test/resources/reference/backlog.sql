-- One row per full hour up to as-of, channel and team with a conversation open at that instant: how many are open, how
-- many of their customers wait, and how long the one of them who has waited longest has.
CREATE OR REPLACE TABLE backlog AS
WITH open AS (
    -- A conversation is open in its spells, and at as-of if it is open then.
    SELECT
        s.source, s.thread_id, s.conversation_id, e.channel, e.team, s.started_at,
        CASE WHEN s.closed_at IS NULL AND e.is_open THEN (SELECT as_of FROM as_of) ELSE s.ended_at END AS ended_at,
        s.closed_at IS NULL AND e.is_open AS goes_on
    FROM spells s
    JOIN extents e USING (source, thread_id, conversation_id)
),
hours AS (
    SELECT *, unnest(generate_series(date_trunc('hour', started_at), ended_at, INTERVAL 1 HOUR)) AS hour_at
    FROM open
),
open_at AS (
    FROM hours WHERE started_at <= hour_at AND (hour_at < ended_at OR (goes_on AND hour_at = ended_at))
),
-- A wait that begins where or before another one of the conversation ends goes on with it.
begins AS (
    FROM waiting w
    WHERE NOT EXISTS (
        FROM waiting b
        WHERE b.source = w.source AND b.thread_id = w.thread_id AND b.conversation_id = w.conversation_id
          AND b.started_at < w.started_at AND w.started_at <= b.ended_at)
),
waits_at AS (
    SELECT
        o.hour_at, o.source, o.thread_id, o.conversation_id,
        (SELECT max(b.started_at) FROM begins b
         WHERE b.source = o.source AND b.thread_id = o.thread_id AND b.conversation_id = o.conversation_id
           AND b.started_at <= o.hour_at) AS since
    FROM open_at o
    WHERE EXISTS (
        FROM waiting w
        WHERE w.source = o.source AND w.thread_id = o.thread_id AND w.conversation_id = o.conversation_id
          AND w.started_at <= o.hour_at
          AND (o.hour_at < w.ended_at OR (w.goes_on AND o.hour_at = w.ended_at)))
)
SELECT
    o.hour_at, o.channel, o.team, count(*) AS open, count(w.since) AS awaiting_agent,
    max(ms(w.since, o.hour_at)) AS oldest_wait_ms
FROM open_at o
LEFT JOIN waits_at w USING (hour_at, source, thread_id, conversation_id)
GROUP BY ALL;
