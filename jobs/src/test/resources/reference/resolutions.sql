-- One row per conversation: its outcome and resolution, and the conversation of the same customer before it.
CREATE OR REPLACE TABLE resolutions AS
WITH facts AS (
    SELECT
        source, thread_id, conversation_id,
        min(sent_at) FILTER (WHERE is_customer_message) AS first_customer_message_at,
        max(sent_at) FILTER (WHERE is_human_message OR is_bot_message) AS last_answer_at,
        count(*) FILTER (WHERE is_customer_message) AS customer_messages,
        count(*) FILTER (WHERE is_bot_message) AS bot_messages,
        coalesce(bool_or(is_human_message OR assigns_human OR (kind = 'note' AND sender_role = 'agent')), false)
            AS has_human,
        arg_max(coalesce(ends_in_question, false), place) FILTER (WHERE is_bot_message) AS bot_ends_in_question
    FROM records
    GROUP BY ALL
),
last_turns AS (
    SELECT source, thread_id, conversation_id, arg_max(answered_at IS NULL, turn) AS is_unanswered
    FROM turns
    GROUP BY ALL
),
-- A customer_id that is only the thread's own name says nothing across sources.
in_order AS (
    SELECT
        source, thread_id, conversation_id,
        lag(conversation_id) OVER customer AS previous_conversation_id,
        ms(lag(ended_at) OVER customer, started_at) AS since_previous_ms,
        -- The customer starts a conversation that nobody of the business began; a bot's greeting answers who came.
        ms(ended_at, min(CASE WHEN initiated_by IN ('customer', 'bot') THEN started_at END) OVER after_this)
            AS until_next_ms
    FROM extents
    WINDOW customer AS (
        PARTITION BY customer_id, CASE WHEN customer_id = thread_id THEN source END
        ORDER BY started_at, source, thread_id, first_activity),
    after_this AS (customer ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
),
outcomes AS (
    SELECT
        e.source, e.thread_id, e.conversation_id, f.first_customer_message_at,
        o.previous_conversation_id,
        CASE WHEN o.previous_conversation_id IS NOT NULL THEN greatest(0, o.since_previous_ms) END AS since_previous_ms,
        CASE
            WHEN e.is_open THEN 'open'
            WHEN e.closed_by_event = 'merged' THEN 'merged'
            WHEN f.customer_messages = 0 THEN 'outreach'
            WHEN f.has_human OR h.conversation_id IS NOT NULL OR f.bot_messages = 0 THEN
                CASE WHEN t.is_unanswered THEN 'unanswered' ELSE 'resolved' END
            WHEN t.is_unanswered OR f.bot_ends_in_question OR o.until_next_ms < 3 * 24 * 3600 * 1000 THEN 'abandoned_in_bot'
            ELSE 'bot_contained'
        END AS outcome,
        CASE WHEN e.closed_by_role = 'agent' THEN e.closed_at ELSE f.last_answer_at END AS resolution_end_at
    FROM extents e
    JOIN facts f USING (source, thread_id, conversation_id)
    JOIN in_order o USING (source, thread_id, conversation_id)
    LEFT JOIN handoffs h USING (source, thread_id, conversation_id)
    LEFT JOIN last_turns t USING (source, thread_id, conversation_id)
)
SELECT
    * EXCLUDE (resolution_end_at),
    CASE WHEN outcome IN ('resolved', 'bot_contained') AND resolution_end_at >= first_customer_message_at
        THEN resolution_end_at END AS resolved_at,
    CASE WHEN outcome IN ('resolved', 'bot_contained') AND resolution_end_at >= first_customer_message_at
        THEN ms(first_customer_message_at, resolution_end_at) END AS resolution_ms,
    CASE
        WHEN since_previous_ms < 3600 * 1000 THEN '[0,1h)'
        WHEN since_previous_ms < 24 * 3600 * 1000 THEN '[1h,1d)'
        WHEN since_previous_ms < 3 * 24 * 3600 * 1000 THEN '[1d,3d)'
        WHEN since_previous_ms < 7 * 24 * 3600 * 1000 THEN '[3d,7d)'
        WHEN since_previous_ms < 14 * 24 * 3600 * 1000 THEN '[7d,14d)'
        WHEN since_previous_ms < 30::BIGINT * 24 * 3600 * 1000 THEN '[14d,30d)'
    END AS repeat_window
FROM outcomes;
