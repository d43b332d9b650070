-- One row per conversation: how quickly customer and the other side (humans; bots only where no human wrote) take turns.
CREATE OR REPLACE TABLE rhythm AS
WITH public_messages AS (
    SELECT
        r.*,
        CASE
            WHEN r.is_customer_message THEN 'customer'
            WHEN r.is_human_message THEN 'other'
            WHEN r.is_bot_message AND NOT bool_or(r.is_human_message) OVER (
                PARTITION BY r.source, r.thread_id, r.conversation_id) THEN 'other'
        END AS side
    FROM records r
    WHERE r.is_public
),
steps AS (
    SELECT
        source, thread_id, conversation_id,
        side <> lag(side) OVER spoken AS is_switch,
        ms(lag(sent_at) OVER spoken, sent_at) AS gap_ms
    FROM public_messages
    WHERE side IS NOT NULL
    WINDOW spoken AS (PARTITION BY source, thread_id, conversation_id ORDER BY place)
),
shares AS (
    SELECT
        source, thread_id, conversation_id,
        count(*) FILTER (WHERE is_switch AND gap_ms <= (SELECT sync_switch_ms FROM settings))
            / nullif(count(*) FILTER (WHERE is_switch), 0)::DOUBLE AS sync_share
    FROM steps
    GROUP BY ALL
),
breaks AS (
    SELECT
        *,
        coalesce(ms(lag(sent_at) OVER said, sent_at) > (SELECT episode_gap_ms FROM settings), true) AS starts_run
    FROM public_messages
    WINDOW said AS (PARTITION BY source, thread_id, conversation_id ORDER BY place)
),
runs AS (
    SELECT
        *,
        count(*) FILTER (WHERE starts_run) OVER (
            PARTITION BY source, thread_id, conversation_id ORDER BY place) AS run
    FROM breaks
),
episodes AS (
    SELECT source, thread_id, conversation_id, count(DISTINCT side) = 2 AS has_both_sides
    FROM runs
    GROUP BY source, thread_id, conversation_id, run
)
SELECT
    s.*,
    CASE WHEN sync_share >= 0.8 THEN 'sync' WHEN sync_share <= 0.2 THEN 'async' WHEN sync_share IS NOT NULL THEN 'mixed' END
        AS mode,
    (SELECT count(*) FROM episodes e
     WHERE e.source = s.source AND e.thread_id = s.thread_id AND e.conversation_id = s.conversation_id
       AND e.has_both_sides) AS live_episodes
FROM shares s;
