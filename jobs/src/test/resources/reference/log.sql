-- One row per record up to as-of, with its place in the thread, the activity before and after it, and what it is.
CREATE OR REPLACE TABLE log AS
WITH known AS (
    SELECT
        * EXCLUDE (event),
        CASE WHEN kind = 'event' THEN event END AS event,
        kind = 'message' AS is_public,
        kind = 'message' AND sender_role = 'customer' AS is_customer_message,
        kind = 'message' AND sender_role = 'agent' AS is_human_message,
        kind = 'message' AND sender_role = 'bot' AS is_bot_message,
        kind = 'message' AND sender_role IN ('customer', 'agent') AS is_activity
    FROM messages
    WHERE sent_at <= (SELECT as_of FROM as_of)
),
placed AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY source, thread_id
            ORDER BY
                sent_at,
                CASE
                    WHEN event IN ('opened', 'reopened', 'assigned', 'queued') THEN 1
                    WHEN event IN ('closed', 'merged') THEN 6
                    WHEN sender_role = 'customer' THEN 2
                    WHEN sender_role = 'bot' THEN 3
                    WHEN sender_role = 'agent' THEN 4
                    ELSE 5
                END,
                sequence NULLS FIRST,
                message_id
        ) AS place
    FROM known
),
ruled AS (
    SELECT
        p.*,
        r.silence_ms,
        r.reopen_window_ms,
        -- An assignee who sent as a bot in this thread is a bot.
        coalesce(p.event = 'assigned', false) AND NOT EXISTS (
            FROM known k
            WHERE k.source = p.source AND k.thread_id = p.thread_id
              AND k.sender_role = 'bot' AND k.sender_id = p.assignee_id) AS assigns_human
    FROM placed p
    JOIN channel_rules r ON r.channel = CASE
        WHEN p.channel IN (SELECT channel FROM channel_rules) THEN p.channel
        ELSE 'default' END
),
neighbours AS (
    SELECT
        *,
        max(CASE WHEN is_activity THEN place END) OVER earlier AS previous_activity,
        min(CASE WHEN is_activity THEN place END) OVER later AS next_activity,
        -- The last public message of a human or a bot before, and the last customer's message with other text than thanks.
        max(CASE WHEN is_human_message OR is_bot_message THEN place END) OVER earlier AS previous_answer,
        max(CASE WHEN is_customer_message AND is_acknowledgement_text IS NOT TRUE THEN place END) OVER earlier
            AS previous_words
    FROM ruled
    WINDOW
        earlier AS (PARTITION BY source, thread_id ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
        later AS (PARTITION BY source, thread_id ORDER BY place ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
)
SELECT
    n.* EXCLUDE (previous_answer, previous_words),
    before.sent_at AS previous_activity_at,
    after.sent_at AS next_activity_at,
    after.reopen_window_ms AS next_reopen_window_ms,
    -- Thanks directly after a human's or bot's message that is no question, or after other thanks for it.
    n.is_customer_message
        AND n.is_acknowledgement_text IS TRUE
        AND n.previous_answer IS NOT NULL
        AND answer.ends_in_question IS NOT TRUE
        AND (n.previous_words IS NULL OR n.previous_words < n.previous_answer) AS is_acknowledgement,
    -- Where the nearer activity is the next one; a tie goes to the earlier.
    n.previous_activity IS NULL
        OR coalesce(ms(n.sent_at, after.sent_at) < ms(before.sent_at, n.sent_at), false) AS is_nearer_to_next
FROM neighbours n
LEFT JOIN ruled before
    ON before.source = n.source AND before.thread_id = n.thread_id AND before.place = n.previous_activity
LEFT JOIN ruled after
    ON after.source = n.source AND after.thread_id = n.thread_id AND after.place = n.next_activity
LEFT JOIN ruled answer
    ON answer.source = n.source AND answer.thread_id = n.thread_id AND answer.place = n.previous_answer;
