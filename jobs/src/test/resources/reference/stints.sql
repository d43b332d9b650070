-- One row per stint, clipped to the conversation: to [started_at, ended_at], while it is open from started_at to as-of.
CREATE OR REPLACE TABLE stints AS
WITH bounds AS (
    SELECT
        source, thread_id, conversation_id, channel, team, is_open, started_at AS lower_bound,
        CASE WHEN is_open THEN (SELECT as_of FROM as_of) ELSE ended_at END AS upper_bound
    FROM extents
),
clipped AS (
    SELECT
        o.source, o.thread_id, o.conversation_id, o.agent_id, o.stint, b.channel, b.team,
        least(greatest(o.started_at, b.lower_bound), b.upper_bound) AS started_at,
        least(greatest(coalesce(o.ended_at, b.upper_bound), b.lower_bound), b.upper_bound) AS ended_at,
        o.start_reason,
        coalesce(o.end_reason, CASE WHEN b.is_open THEN 'open' ELSE 'ended' END) AS end_reason
    FROM ownership o
    JOIN bounds b USING (source, thread_id, conversation_id)
)
SELECT
    c.*,
    (SELECT count(*) FROM handle_time h
     WHERE h.source = c.source AND h.thread_id = c.thread_id AND h.conversation_id = c.conversation_id
       AND h.stint = c.stint) AS messages,
    (SELECT coalesce(sum(ms(h.started_at, h.ended_at)), 0)::BIGINT FROM handle_time h
     WHERE h.source = c.source AND h.thread_id = c.thread_id AND h.conversation_id = c.conversation_id
       AND h.stint = c.stint) AS handle_ms,
    (SELECT coalesce(sum(ms(greatest(g.started_at, c.started_at), least(g.ended_at, c.ended_at))), 0)::BIGINT
     FROM engagement g
     WHERE g.source = c.source AND g.thread_id = c.thread_id AND g.conversation_id = c.conversation_id
       AND g.started_at < c.ended_at AND c.started_at < g.ended_at) AS engaged_ms,
    ms(c.started_at, c.ended_at) AS assigned_ms
FROM clipped c;
