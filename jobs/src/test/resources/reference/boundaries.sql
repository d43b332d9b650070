-- One row per activity: the rule by which a conversation starts at it (first | opened | closed | silence), NULL where it
-- continues the conversation of the activity before it. Rule 1 decides by `opened` and by closes, rule 2 by silence; what
-- lies between two activities is first taken as part of one conversation.
CREATE OR REPLACE TABLE boundaries AS
WITH RECURSIVE walk AS (
    SELECT
        source, thread_id, 0::BIGINT AS place, NULL::VARCHAR AS rule, false AS is_activity,
        -- Since the activity before: was there an `opened`; the latest close that counts, if rule 1 decides by it.
        false AS was_opened, NULL::TIMESTAMP AS decides_from,
        -- Of the conversation so far.
        false AS is_closed, false AS turn_waits, false AS bot_wrote, false AS handed_off, false AS handoff_waits,
        -- Of the records since the activity before that attach forwards if the next activity starts a conversation.
        false AS next_bot_wrote, false AS next_handed_off, false AS next_handoff_waits
    FROM (SELECT DISTINCT source, thread_id FROM log)

    UNION ALL

    SELECT
        source, thread_id, place, rule, is_activity,
        CASE WHEN is_activity THEN false ELSE was_opened OR coalesce(event = 'opened', false) END,
        CASE
            WHEN closes THEN sent_at
            WHEN is_activity AND (reopens OR NOT is_closed) THEN NULL
            ELSE decides_from
        END,
        CASE WHEN closes THEN true WHEN reopens THEN false ELSE is_closed END,
        CASE
            WHEN closes OR is_human_message OR is_bot_message THEN false
            WHEN is_customer_message AND NOT is_acknowledgement THEN true
            ELSE turn_waits
        END,
        bot_wrote OR is_bot_message,
        handed_off OR (bot_wrote AND hands_over),
        CASE
            WHEN is_human_message THEN false
            WHEN hands_over AND bot_wrote AND NOT handed_off THEN true
            ELSE handoff_waits
        END,
        NOT is_activity AND (next_bot_wrote OR (is_nearer_to_next AND is_bot_message)),
        NOT is_activity AND (next_handed_off OR (is_nearer_to_next AND next_bot_wrote AND hands_over)),
        NOT is_activity AND (next_handoff_waits OR (is_nearer_to_next AND next_bot_wrote AND hands_over))
    FROM (
        SELECT
            *,
            -- A close while closed is ignored, and so is one before any activity.
            coalesce(event IN ('closed', 'merged'), false) AND NOT is_closed AND previous_activity IS NOT NULL AS closes,
            is_closed AND (
                is_customer_message AND NOT is_acknowledgement
                OR coalesce(event = 'reopened' AND sent_at < later(decides_from, next_reopen_window_ms), false)
            ) AS reopens,
            coalesce(event = 'queued', false) OR assigns_human AS hands_over
        FROM (
            SELECT
                decided.* EXCLUDE (is_closed, decides_from, turn_waits, bot_wrote, handed_off, handoff_waits),
                -- A new conversation starts open and knows only what attached forwards to it.
                CASE WHEN rule IS NULL THEN is_closed ELSE false END AS is_closed,
                CASE WHEN rule IS NULL THEN decides_from END AS decides_from,
                CASE WHEN rule IS NULL THEN turn_waits ELSE false END AS turn_waits,
                CASE WHEN rule IS NULL THEN bot_wrote ELSE next_bot_wrote END AS bot_wrote,
                CASE WHEN rule IS NULL THEN handed_off ELSE next_handed_off END AS handed_off,
                CASE WHEN rule IS NULL THEN handoff_waits ELSE next_handoff_waits END AS handoff_waits
            FROM (
                SELECT
                    r.*,
                    w.* EXCLUDE (source, thread_id, place, rule, is_activity),
                    CASE
                        WHEN NOT r.is_activity THEN NULL
                        WHEN r.previous_activity IS NULL THEN 'first'
                        WHEN w.was_opened THEN 'opened'
                        WHEN w.decides_from IS NOT NULL THEN
                            CASE WHEN r.sent_at >= later(w.decides_from, r.reopen_window_ms) THEN 'closed' END
                        WHEN ms(r.previous_activity_at, r.sent_at) >= r.silence_ms
                            AND NOT (
                                r.is_human_message
                                AND (w.turn_waits OR w.handoff_waits)
                                AND ms(r.previous_activity_at, r.sent_at) < (SELECT give_up_ms FROM settings))
                            THEN 'silence'
                    END AS rule
                FROM walk w
                JOIN log r ON r.source = w.source AND r.thread_id = w.thread_id AND r.place = w.place + 1
            ) decided
        )
    )
)
SELECT source, thread_id, place, rule
FROM walk
WHERE is_activity;
