-- One row per customer turn: a run of the customer's messages inside a spell with no public message of a human or a bot
-- between, from the first that is no acknowledgement; answered by the next public human or bot message in the spell.
CREATE OR REPLACE TABLE turns AS
WITH runs AS (
    SELECT
        *,
        count(*) FILTER (WHERE is_human_message OR is_bot_message) OVER (
            PARTITION BY source, thread_id, conversation_id, spell ORDER BY place) AS answers_before
    FROM records
    WHERE spell IS NOT NULL
),
words AS (
    SELECT
        *,
        min(CASE WHEN NOT is_acknowledgement THEN place END) OVER (
            PARTITION BY source, thread_id, conversation_id, spell, answers_before) AS first_words
    FROM runs
    WHERE is_customer_message
),
customer_turns AS (
    SELECT
        source, thread_id, conversation_id, spell,
        min(place) AS first_place, max(place) AS last_place,
        min(sent_at) AS started_at, max(sent_at) AS last_message_at, count(*) AS messages
    FROM words
    WHERE place >= first_words
    GROUP BY source, thread_id, conversation_id, spell, answers_before
),
answers AS (
    SELECT
        t.source, t.thread_id, t.conversation_id, t.first_place,
        min(r.place) AS answer_place,
        min(CASE WHEN r.is_human_message THEN r.place END) AS human_answer_place
    FROM customer_turns t
    JOIN records r USING (source, thread_id, conversation_id, spell)
    WHERE r.place > t.last_place AND (r.is_human_message OR r.is_bot_message)
    GROUP BY ALL
)
SELECT
    t.*,
    row_number() OVER (PARTITION BY t.source, t.thread_id, t.conversation_id ORDER BY t.first_place) AS turn,
    row_number() OVER (PARTITION BY t.source, t.thread_id, t.conversation_id, t.spell ORDER BY t.first_place) = 1
        AS is_first_of_spell,
    e.channel,
    e.team,
    y.mode,
    a.answer_place,
    a.human_answer_place,
    answer.sent_at AS answered_at,
    answer.sender_id AS answered_by,
    answer.sender_role AS answered_by_kind,
    human.sent_at AS human_answered_at,
    human.sender_id AS human_answered_by,
    ms(t.started_at, answer.sent_at) AS reply_ms,
    ms(t.last_message_at, answer.sent_at) AS reply_from_last_ms,
    ms(t.started_at, human.sent_at) AS human_reply_ms
FROM customer_turns t
JOIN extents e USING (source, thread_id, conversation_id)
JOIN rhythm y USING (source, thread_id, conversation_id)
LEFT JOIN answers a USING (source, thread_id, conversation_id, first_place)
LEFT JOIN records answer
    ON answer.source = t.source AND answer.thread_id = t.thread_id AND answer.place = a.answer_place
LEFT JOIN records human
    ON human.source = t.source AND human.thread_id = t.thread_id AND human.place = a.human_answer_place;
