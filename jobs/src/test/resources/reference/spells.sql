-- One row per spell: from started_at, or from a counted reopening, to the next close, else to ended_at.
CREATE OR REPLACE TABLE spells AS
SELECT
    r.source, r.thread_id, r.conversation_id, r.spell,
    CASE WHEN r.spell = 1 THEN e.started_at ELSE min(r.sent_at) END AS started_at,
    coalesce(max(r.sent_at) FILTER (WHERE r.closes), e.ended_at) AS ended_at,
    max(r.sent_at) FILTER (WHERE r.closes) AS closed_at
FROM records r
JOIN extents e USING (source, thread_id, conversation_id)
WHERE r.spell IS NOT NULL
GROUP BY r.source, r.thread_id, r.conversation_id, r.spell, e.started_at, e.ended_at;
