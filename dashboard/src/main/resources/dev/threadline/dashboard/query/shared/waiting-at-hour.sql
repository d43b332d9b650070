-- The customers who wait at the hour asked for, and since when.
WITH instant AS (
    SELECT date_trunc('hour', least(coalesce(:at::TIMESTAMPTZ, :as_of::TIMESTAMPTZ), :as_of::TIMESTAMPTZ)) AS hour_at
),
-- Whoever waits at that hour waits in a conversation that goes on past it: these are few.
alive AS MATERIALIZED (
    SELECT
        conversation_id,
        channel,
        team,
        customer_id,
        outcome,
        messages,
        ended_at,
        closed_at,
        bot_messages > 0 AS with_bot,
        reopens > 0 AS reopened,
        CASE WHEN outcome = 'open' THEN 'infinity'::TIMESTAMPTZ END AS open_until
    FROM conversations
    WHERE started_at <= (SELECT hour_at FROM instant)
        AND (outcome = 'open' OR coalesce(closed_at, ended_at) > (SELECT hour_at FROM instant))
        AND {filters: channel team mode outcome carrier}
),
-- What begins or ends a wait beside questions and answers, where anything does.
records AS MATERIALIZED (
    SELECT
        conversation_id,
        place,
        sent_at,
        spell,
        event,
        event IN ('closed', 'merged') AS closes,
        kind = 'message' AND sender_role = 'bot' AS of_bot,
        kind = 'message' AND sender_role = 'agent' AS of_human
    FROM conversation_messages
    WHERE (event IN ('queued', 'assigned', 'closed', 'merged') OR kind = 'message' AND sender_role IN ('agent', 'bot'))
        AND conversation_id IN (SELECT conversation_id FROM alive WHERE with_bot OR reopened)
),
closes AS (
    SELECT conversation_id, spell, min(sent_at) AS spell_closed_at, min(place) AS place
    FROM records
    WHERE closes
    GROUP BY conversation_id, spell
),
-- A turn waits for its answer, else for the close of its spell, else for as long as the conversation is open.
turns_waiting AS (
    SELECT conversation_id, started_at AS since
    FROM (
        SELECT conversation_id, spell, started_at, answered_at
        FROM turns
        WHERE started_at <= (SELECT hour_at FROM instant)
            AND (answered_at IS NULL OR answered_at > (SELECT hour_at FROM instant))
            AND conversation_id IN (SELECT conversation_id FROM alive)
    ) AS asked
    JOIN alive USING (conversation_id) LEFT JOIN closes USING (conversation_id, spell)
    WHERE coalesce(answered_at, spell_closed_at, closed_at, open_until) > (SELECT hour_at FROM instant)
),
-- The first event that hands over after a bot's message; who is assigned is a human if a stint begins there.
handoffs AS (
    SELECT conversation_id, min(place) AS place, min(records.sent_at) AS since, min_by(records.spell, place) AS spell
    FROM records
    JOIN (SELECT conversation_id, min(place) AS bot_place FROM records WHERE of_bot GROUP BY ALL) USING (conversation_id)
    JOIN alive USING (conversation_id)
    WHERE place > bot_place
        AND (event = 'queued' OR event = 'assigned' AND (sent_at >= ended_at OR (conversation_id, sent_at) IN (
            SELECT conversation_id, started_at
            FROM stints
            WHERE start_reason = 'assigned' AND conversation_id IN (SELECT conversation_id FROM alive WHERE with_bot)
        )))
    GROUP BY conversation_id
),
-- From then on the customer waits for a human, or for the close.
handoffs_waiting AS (
    SELECT conversation_id, since
    FROM handoffs
    JOIN alive USING (conversation_id)
    LEFT JOIN closes USING (conversation_id, spell)
    LEFT JOIN LATERAL (
        SELECT min(sent_at) AS until
        FROM records
        WHERE records.conversation_id = handoffs.conversation_id AND records.place > handoffs.place AND (of_human OR closes)
    ) ON true
    WHERE since <= (SELECT hour_at FROM instant)
        AND (closes.place IS NULL OR closes.place > handoffs.place)
        AND coalesce(until, open_until) > (SELECT hour_at FROM instant)
),
waiting AS (
    SELECT conversation_id, min(since) AS waiting_since
    FROM (FROM turns_waiting UNION ALL FROM handoffs_waiting)
    GROUP BY conversation_id
),
