-- One row per record that belongs to a conversation: the attached record, whether it is a close that counts or a counted
-- reopening, and the spell it falls in (a close falls in the spell that it ends, a reopening in the one that it starts;
-- NULL between spells).
CREATE OR REPLACE TABLE records AS
WITH RECURSIVE steps AS (
    SELECT *, row_number() OVER (PARTITION BY source, thread_id, conversation_id ORDER BY place) AS step
    FROM attached
    WHERE conversation_id IS NOT NULL
),
walk AS (
    SELECT DISTINCT
        source, thread_id, conversation_id, 0::BIGINT AS step,
        false AS closes, false AS reopens, 1 AS latest_spell, NULL::TIMESTAMP AS closed_at
    FROM steps

    UNION ALL

    SELECT
        source, thread_id, conversation_id, step, closes, reopens,
        latest_spell + CASE WHEN reopens THEN 1 ELSE 0 END,
        CASE WHEN closes THEN sent_at WHEN reopens THEN NULL ELSE closed_at END
    FROM (
        SELECT
            s.*, w.latest_spell, w.closed_at,
            w.closed_at IS NULL AND coalesce(s.event IN ('closed', 'merged'), false) AS closes,
            w.closed_at IS NOT NULL AND (
                s.is_customer_message AND NOT s.is_acknowledgement
                    AND s.sent_at < later(w.closed_at, s.reopen_window_ms)
                OR coalesce(s.event = 'reopened' AND s.sent_at < later(w.closed_at, s.next_reopen_window_ms), false)
            ) AS reopens
        FROM walk w
        JOIN steps s
            ON s.source = w.source AND s.thread_id = w.thread_id
            AND s.conversation_id = w.conversation_id AND s.step = w.step + 1
    )
)
SELECT
    s.*, w.closes, w.reopens,
    CASE WHEN w.closed_at IS NULL OR w.closes THEN w.latest_spell END AS spell
FROM steps s
JOIN walk w USING (source, thread_id, conversation_id, step);
