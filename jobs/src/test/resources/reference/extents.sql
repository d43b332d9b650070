-- One row per conversation: when it started and ended, by what, and what it takes from its first activity.
CREATE OR REPLACE TABLE extents AS
WITH named AS (
    SELECT
        source, thread_id, conversation_id,
        min(CASE WHEN is_activity THEN place END) AS first_activity,
        max(CASE WHEN is_activity THEN place END) AS last_activity,
        max(CASE WHEN is_public THEN sent_at END) AS ended_at,
        arg_min(team, place) FILTER (WHERE team IS NOT NULL) AS team
    FROM records
    GROUP BY ALL
),
-- The first public message, or the campaign that the first activity answers, whichever comes first.
begun AS (
    SELECT
        r.source, r.thread_id, r.conversation_id,
        arg_min(r.sent_at, r.place) AS started_at,
        arg_min(CASE WHEN r.kind = 'campaign' THEN 'campaign' ELSE r.sender_role END, r.place) AS initiated_by
    FROM records r
    JOIN named n USING (source, thread_id, conversation_id)
    WHERE r.is_public OR (r.kind = 'campaign' AND r.place < n.first_activity)
    GROUP BY ALL
),
-- The last close that counts, unless a counted reopening comes after it.
standing_close AS (
    SELECT
        source, thread_id, conversation_id,
        arg_max(sent_at, place) AS closed_at,
        arg_max(event, place) AS closed_by_event,
        arg_max(sender_role, place) AS closed_by_role
    FROM records
    WHERE closes OR reopens
    GROUP BY ALL
    HAVING arg_max(closes, place)
),
-- The rule that started the next conversation of the thread.
followed AS (
    SELECT
        n.source, n.thread_id, n.conversation_id,
        arg_min(b.rule, b.place) AS next_rule
    FROM named n
    JOIN boundaries b ON b.source = n.source AND b.thread_id = n.thread_id AND b.place > n.last_activity
    WHERE b.rule IS NOT NULL
    GROUP BY ALL
),
-- The customer waits: with a turn that is unanswered in the running spell, or with a handoff and no human message yet.
standing AS (
    SELECT
        r.source, r.thread_id, r.conversation_id,
        coalesce(max(r.place) FILTER (WHERE r.is_customer_message AND NOT r.is_acknowledgement), 0)
            > coalesce(max(r.place) FILTER (WHERE r.is_human_message OR r.is_bot_message OR r.closes), 0)
        OR coalesce(any_value(h.is_event), false)
            AND count(*) FILTER (WHERE r.is_human_message AND r.place > h.place) = 0 AS customer_waits
    FROM records r
    LEFT JOIN handoffs h USING (source, thread_id, conversation_id)
    GROUP BY ALL
),
ends AS (
    SELECT
        n.*, b.started_at, b.initiated_by, c.closed_at, c.closed_by_event, c.closed_by_role,
        first.channel, first.customer_id, last.reopen_window_ms,
        -- Open while nothing closed it and a message at as-of could still belong to it.
        CASE
            WHEN f.next_rule = 'silence' THEN 'silence'
            WHEN f.next_rule IS NOT NULL OR c.closed_at IS NOT NULL THEN 'closed'
            WHEN last.silence_ms IS NULL OR (SELECT as_of FROM as_of) < later(last.sent_at, last.silence_ms) THEN 'open'
            WHEN s.customer_waits
                AND (SELECT as_of FROM as_of) < later(last.sent_at, (SELECT give_up_ms FROM settings)) THEN 'open'
            ELSE 'silence'
        END AS end_reason
    FROM named n
    JOIN begun b USING (source, thread_id, conversation_id)
    JOIN records first USING (source, thread_id, conversation_id)
    JOIN records last USING (source, thread_id, conversation_id)
    JOIN standing s USING (source, thread_id, conversation_id)
    LEFT JOIN standing_close c USING (source, thread_id, conversation_id)
    LEFT JOIN followed f USING (source, thread_id, conversation_id)
    WHERE first.place = n.first_activity AND last.place = n.last_activity
)
SELECT
    source, thread_id, conversation_id, channel, team, customer_id, first_activity,
    started_at, ended_at, closed_at, closed_by_event, closed_by_role,
    end_reason, end_reason = 'open' AS is_open,
    CASE WHEN end_reason = 'closed' THEN 1.0::DOUBLE END AS end_confidence,
    initiated_by,
    end_reason = 'open'
        OR coalesce((SELECT as_of FROM as_of) < later(closed_at, reopen_window_ms), false)
        OR (SELECT as_of FROM as_of) < later(ended_at, 3 * 24 * 3600 * 1000) AS provisional
FROM ends;
