-- One row per observed wait of a customer: a turn until its reply, or the handoff until the next human message. A turn
-- never answered waits until the close, while the conversation is open until as-of (goes_on); else its wait is unobserved.
CREATE OR REPLACE TABLE waiting AS
WITH intervals AS (
    SELECT t.source, t.thread_id, t.conversation_id, t.started_at, coalesce(t.answered_at, s.closed_at) AS ended_at
    FROM turns t
    JOIN spells s USING (source, thread_id, conversation_id, spell)

    UNION ALL

    SELECT
        h.source, h.thread_id, h.conversation_id, h.handed_off_at AS started_at,
        coalesce(min(r.sent_at) FILTER (WHERE r.is_human_message), any_value(s.closed_at)) AS ended_at
    FROM handoffs h
    JOIN spells s USING (source, thread_id, conversation_id, spell)
    LEFT JOIN records r
        ON r.source = h.source AND r.thread_id = h.thread_id AND r.conversation_id = h.conversation_id
        AND r.spell = h.spell AND r.place > h.place
    WHERE h.is_event
    GROUP BY h.source, h.thread_id, h.conversation_id, h.handed_off_at
)
SELECT
    i.source, i.thread_id, i.conversation_id, i.started_at,
    coalesce(i.ended_at, (SELECT as_of FROM as_of)) AS ended_at,
    i.ended_at IS NULL AS goes_on
FROM intervals i
JOIN extents e USING (source, thread_id, conversation_id)
WHERE i.ended_at IS NOT NULL OR e.is_open;
