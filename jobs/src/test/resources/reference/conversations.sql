-- One row per conversation.
CREATE OR REPLACE TABLE conversations AS
WITH counted AS (
    SELECT
        source, thread_id, conversation_id,
        count(*) FILTER (WHERE is_public) AS messages,
        count(*) FILTER (WHERE is_customer_message) AS customer_messages,
        count(*) FILTER (WHERE is_human_message) AS agent_messages,
        count(*) FILTER (WHERE is_bot_message) AS bot_messages,
        count(*) FILTER (WHERE reopens) AS reopens,
        min(sent_at) FILTER (WHERE closes) AS first_closed_at,
        count(DISTINCT sender_id) FILTER (WHERE is_human_message) AS agents,
        arg_min(sender_id, place) FILTER (WHERE is_human_message) AS first_agent_id,
        arg_max(sender_id, place) FILTER (WHERE is_human_message) AS last_agent_id
    FROM records
    GROUP BY ALL
),
turn_counts AS (
    SELECT source, thread_id, conversation_id, count(*) AS customer_turns, count(answered_at) AS answered_turns
    FROM turns
    GROUP BY ALL
),
-- The first turn's human reply, if that turn is in spell 1; no later spell has a first response.
first_responses AS (
    SELECT
        t.source, t.thread_id, t.conversation_id,
        t.human_answered_at AS first_response_at,
        t.human_answered_by AS first_response_agent_id,
        t.human_reply_ms AS first_response_ms,
        t.reply_ms AS first_response_any_ms,
        CASE WHEN h.handed_off_at <= t.human_answered_at THEN ms(h.handed_off_at, t.human_answered_at) END
            AS first_response_from_handoff_ms,
        (SELECT max(r.sent_at) FROM records r
         WHERE r.source = t.source AND r.thread_id = t.thread_id AND r.conversation_id = t.conversation_id
           AND r.event = 'assigned' AND r.place < t.human_answer_place) AS last_assigned_at
    FROM turns t
    LEFT JOIN handoffs h USING (source, thread_id, conversation_id)
    WHERE t.turn = 1 AND t.spell = 1
),
spell_sums AS (
    SELECT
        source, thread_id, conversation_id, count(*) AS spells, sum(ms(started_at, ended_at))::BIGINT AS net_open_ms
    FROM spells
    GROUP BY ALL
),
-- A transfer goes from one human to the next without a close or the queue between.
owner_changes AS (
    SELECT
        o.source, o.thread_id, o.conversation_id,
        count(*) FILTER (WHERE o.end_reason = 'queued') AS returns_to_queue,
        count(*) FILTER (WHERE n.stint IS NOT NULL) AS transfers
    FROM ownership o
    LEFT JOIN ownership n
        ON n.source = o.source AND n.thread_id = o.thread_id AND n.conversation_id = o.conversation_id
        AND n.first_place = o.end_place
    GROUP BY ALL
),
-- From a bot to a human: one is assigned or writes at the handoff or after it.
escalated AS (
    SELECT DISTINCT h.source, h.thread_id, h.conversation_id
    FROM handoffs h
    JOIN records r USING (source, thread_id, conversation_id)
    WHERE r.place >= h.place AND (r.is_human_message OR r.assigns_human)
),
stint_sums AS (
    SELECT
        source, thread_id, conversation_id,
        sum(engaged_ms)::BIGINT AS engaged_ms, sum(assigned_ms)::BIGINT AS assigned_ms
    FROM stints
    GROUP BY ALL
),
handle_sums AS (
    SELECT source, thread_id, conversation_id, sum(ms(started_at, ended_at))::BIGINT AS handle_ms
    FROM handle_time
    GROUP BY ALL
),
-- Closes count from the first customer message; one before it measures nothing.
closes AS (
    SELECT
        e.source, e.thread_id, e.conversation_id,
        CASE WHEN c.first_closed_at >= r.first_customer_message_at
            THEN ms(r.first_customer_message_at, c.first_closed_at) END AS first_close_ms,
        CASE WHEN e.closed_at >= r.first_customer_message_at
            THEN ms(r.first_customer_message_at, e.closed_at) END AS final_close_ms,
        CASE WHEN c.first_closed_at IS NOT NULL THEN s.net_open_ms END AS net_open_ms
    FROM extents e
    JOIN counted c USING (source, thread_id, conversation_id)
    JOIN resolutions r USING (source, thread_id, conversation_id)
    JOIN spell_sums s USING (source, thread_id, conversation_id)
)
SELECT
    e.source, e.thread_id, e.conversation_id, e.channel, e.team, e.customer_id,
    e.started_at, e.ended_at, e.closed_at,
    r.resolved_at,
    CASE WHEN r.outcome <> 'merged' THEN f.first_response_at END AS first_response_at,
    e.end_reason, e.end_confidence, e.provisional, r.outcome, e.initiated_by,
    c.messages, c.customer_messages, c.agent_messages, c.bot_messages,
    coalesce(t.customer_turns, 0) AS customer_turns,
    coalesce(t.answered_turns, 0) AS answered_turns,
    coalesce(t.customer_turns - t.answered_turns, 0) AS unanswered_turns,
    s.spells, c.agents, c.first_agent_id, c.last_agent_id,
    CASE WHEN r.outcome <> 'merged' THEN f.first_response_agent_id END AS first_response_agent_id,
    c.reopens,
    coalesce(o.transfers, 0) AS transfers,
    coalesce(o.returns_to_queue, 0) AS returns_to_queue,
    CASE WHEN x.conversation_id IS NOT NULL THEN 1 ELSE 0 END AS escalations,
    y.live_episodes,
    -- What a merge cuts off measures nothing.
    CASE WHEN r.outcome <> 'merged' AND e.closed_at IS NOT NULL
        THEN greatest(0, ms(e.ended_at, e.closed_at)) END AS padding_ms,
    CASE WHEN r.outcome <> 'merged' THEN f.first_response_ms END AS first_response_ms,
    CASE WHEN r.outcome <> 'merged' THEN f.first_response_any_ms END AS first_response_any_ms,
    CASE WHEN r.outcome <> 'merged' THEN f.first_response_from_handoff_ms END AS first_response_from_handoff_ms,
    CASE WHEN r.outcome <> 'merged' AND f.last_assigned_at IS NOT NULL
        THEN ms(greatest(r.first_customer_message_at, f.last_assigned_at), f.first_response_at) END
        AS first_response_from_assignment_ms,
    CASE WHEN r.outcome <> 'merged' THEN w.customer_wait_ms END AS customer_wait_ms,
    CASE WHEN r.outcome <> 'merged' THEN w.wait_queue_ms END AS wait_queue_ms,
    CASE WHEN r.outcome <> 'merged' THEN w.wait_agent_ms END AS wait_agent_ms,
    CASE WHEN r.outcome <> 'merged' THEN w.wait_bot_ms END AS wait_bot_ms,
    r.resolution_ms,
    CASE WHEN r.outcome <> 'merged' THEN l.first_close_ms END AS first_close_ms,
    CASE WHEN r.outcome <> 'merged' THEN l.final_close_ms END AS final_close_ms,
    CASE WHEN r.outcome <> 'merged' THEN l.net_open_ms END AS net_open_ms,
    coalesce(h.handle_ms, 0) AS handle_ms,
    coalesce(a.engaged_ms, 0) AS engaged_ms,
    coalesce(a.assigned_ms, 0) AS assigned_ms,
    r.resolution_ms / nullif(h.handle_ms, 0)::DOUBLE AS elongation,
    y.sync_share, y.mode,
    r.previous_conversation_id, r.since_previous_ms, r.repeat_window
FROM extents e
JOIN counted c USING (source, thread_id, conversation_id)
JOIN spell_sums s USING (source, thread_id, conversation_id)
JOIN resolutions r USING (source, thread_id, conversation_id)
JOIN rhythm y USING (source, thread_id, conversation_id)
JOIN closes l USING (source, thread_id, conversation_id)
LEFT JOIN turn_counts t USING (source, thread_id, conversation_id)
LEFT JOIN first_responses f USING (source, thread_id, conversation_id)
LEFT JOIN waits w USING (source, thread_id, conversation_id)
LEFT JOIN owner_changes o USING (source, thread_id, conversation_id)
LEFT JOIN escalated x USING (source, thread_id, conversation_id)
LEFT JOIN stint_sums a USING (source, thread_id, conversation_id)
LEFT JOIN handle_sums h USING (source, thread_id, conversation_id);
