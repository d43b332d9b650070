-- One row per stint, before it is clipped to the conversation: one human's ownership, from `assigned`, a takeover (a human
-- who is not the owner writes publicly) or a counted reopening, to the next owner's start, `queued`, or the close; ended_at
-- is NULL where nothing of that ends it. While closed nobody owns, and `assigned` and `queued` only say who will.
CREATE OR REPLACE TABLE ownership AS
WITH RECURSIVE walk AS (
    SELECT DISTINCT
        source, thread_id, conversation_id, 0::BIGINT AS step, NULL::BIGINT AS place, NULL::TIMESTAMP AS sent_at,
        NULL::VARCHAR AS owner, NULL::VARCHAR AS owner_after_reopening, 0 AS stint,
        NULL::VARCHAR AS start_reason, NULL::INTEGER AS ended_stint, NULL::VARCHAR AS end_reason
    FROM records

    UNION ALL

    SELECT
        source, thread_id, conversation_id, step, place, sent_at, new_owner, new_owner_after_reopening,
        stint + CASE WHEN new_owner IS NOT NULL AND new_owner IS DISTINCT FROM owner THEN 1 ELSE 0 END,
        CASE WHEN new_owner IS NOT NULL AND new_owner IS DISTINCT FROM owner THEN
            CASE WHEN reopens THEN 'reopened' WHEN event = 'assigned' THEN 'assigned' ELSE 'takeover' END
        END,
        CASE WHEN owner IS NOT NULL AND new_owner IS DISTINCT FROM owner THEN stint END,
        CASE WHEN owner IS NOT NULL AND new_owner IS DISTINCT FROM owner THEN
            CASE WHEN closes THEN 'closed' WHEN event = 'queued' THEN 'queued' ELSE 'transferred' END
        END
    FROM (
        SELECT
            r.*, w.owner, w.stint,
            CASE
                WHEN r.closes THEN NULL
                WHEN r.reopens THEN w.owner_after_reopening
                WHEN r.spell IS NULL THEN NULL
                WHEN r.assigns_human THEN r.assignee_id
                WHEN r.event IN ('assigned', 'queued') THEN NULL
                WHEN r.is_human_message THEN r.sender_id
                ELSE w.owner
            END AS new_owner,
            CASE
                WHEN r.closes THEN w.owner
                WHEN r.assigns_human THEN r.assignee_id
                WHEN r.event IN ('assigned', 'queued') THEN NULL
                ELSE w.owner_after_reopening
            END AS new_owner_after_reopening
        FROM walk w
        JOIN records r
            ON r.source = w.source AND r.thread_id = w.thread_id
            AND r.conversation_id = w.conversation_id AND r.step = w.step + 1
    )
)
SELECT
    begun.source, begun.thread_id, begun.conversation_id, begun.stint, begun.owner AS agent_id,
    begun.place AS first_place, ended.place AS end_place,
    begun.sent_at AS started_at, ended.sent_at AS ended_at,
    begun.start_reason, ended.end_reason
FROM walk begun
LEFT JOIN walk ended
    ON ended.source = begun.source AND ended.thread_id = begun.thread_id
    AND ended.conversation_id = begun.conversation_id AND ended.ended_stint = begun.stint
WHERE begun.start_reason IS NOT NULL;
