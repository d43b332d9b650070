-- The tables of a build by Spark's window functions: the race's script for DuckDB, in Spark's dialect. Where that one reads
-- the sorted log as it lies, this one has a window over the thread, the agent or the customer; windows of one order share
-- its sort. Conversations go by a hash of their name, so that narrow rows are joined.
--
-- In the places: where the messages are read from, the folder for the tables, a folder for what is needed on the way.
CREATE TEMPORARY FUNCTION silence_ms(channel STRING) RETURNS BIGINT
RETURN CASE channel WHEN 'webchat' THEN 1800000L WHEN 'email' THEN 259200000L ELSE 86400000L END;

CREATE TEMPORARY FUNCTION engagement_ms(channel STRING) RETURNS BIGINT
RETURN CASE channel WHEN 'webchat' THEN 600000L ELSE 3600000L END;

CREATE TEMPORARY FUNCTION words(ms BIGINT) RETURNS STRING
RETURN CASE
    WHEN ms >= 172800000 THEN concat(ms div 86400000, ' d')
    WHEN ms >= 7200000 THEN concat(ms div 3600000, ' h')
    WHEN ms >= 120000 THEN concat(ms div 60000, ' min')
    ELSE concat(ms div 1000, ' s') END;

-- How many whole units begin before an instant.
CREATE TEMPORARY FUNCTION begun(ms BIGINT, unit BIGINT) RETURNS BIGINT
RETURN (ms + unit - 1) div unit;

CREATE TEMPORARY VIEW messages AS SELECT * FROM ${messages};

CREATE TABLE bounds USING parquet LOCATION '${scratch}/bounds' AS
SELECT unix_millis(max(sent_at)) AS as_of FROM messages;

CREATE TABLE steps USING parquet LOCATION '${scratch}/steps' AS
WITH log AS (
    SELECT
        source, thread_id, message_id, unix_millis(sent_at) AS sent_ms, sender_role = 'customer' AS by_customer,
        sender_id, channel, team, customer_id, sequence
    FROM messages
),
near AS (
    SELECT
        *,
        row_number() OVER thread AS place,
        sent_ms - lag(sent_ms) OVER thread AS gap_ms,
        lag(by_customer) OVER thread AS after_customer
    FROM log
    WINDOW thread AS (PARTITION BY source, thread_id ORDER BY sent_ms, NOT by_customer, sequence, message_id)
),
-- A silence ends a conversation, unless a human answers a customer who waits.
cut AS (
    SELECT
        *,
        place = 1 OR (
            gap_ms >= silence_ms(channel)
            AND NOT (after_customer AND NOT by_customer AND gap_ms < 1209600000)) AS starts
    FROM near
),
marked AS (
    SELECT
        *,
        by_customer AND (starts OR NOT after_customer) AS starts_turn,
        NOT by_customer AND NOT starts AND after_customer AS answers,
        NOT starts AND by_customer <> after_customer AS switches
    FROM cut
),
-- Up to and with this message, within its conversation.
running AS (
    SELECT
        *,
        sum(CAST(starts AS INT)) OVER sofar AS number,
        sum(CAST(starts_turn AS INT)) OVER sofar AS turn,
        last_value(CASE WHEN starts THEN channel END) IGNORE NULLS OVER sofar AS conversation_channel,
        last_value(CASE WHEN starts_turn THEN place END) IGNORE NULLS OVER sofar AS turn_place,
        last_value(CASE WHEN starts_turn THEN sent_ms END) IGNORE NULLS OVER sofar AS turn_ms,
        last_value(CASE WHEN NOT by_customer THEN sender_id WHEN starts THEN '' END) IGNORE NULLS OVER sofar AS owner,
        last_value(CASE
            WHEN starts OR gap_ms > 300000 THEN false
            WHEN switches THEN true END) IGNORE NULLS OVER sofar AS is_live
    FROM marked
    WINDOW sofar AS (
        PARTITION BY source, thread_id ORDER BY sent_ms, NOT by_customer, sequence, message_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
),
beside AS (
    SELECT
        *,
        CASE WHEN starts THEN '' ELSE lag(owner) OVER thread END AS owner_before,
        switches AND gap_ms <= 300000 AND NOT lag(is_live) OVER thread AS starts_episode,
        coalesce(lead(starts) OVER thread, true) AS ends,
        lead(starts) OVER thread IS NULL AS ends_thread,
        lead(sent_ms) OVER thread AS next_ms,
        lead(channel) OVER thread AS next_channel,
        lead(by_customer) OVER thread AS before_customer,
        lead(sender_id) OVER thread AS next_sender
    FROM running
    WINDOW thread AS (PARTITION BY source, thread_id ORDER BY sent_ms, NOT by_customer, sequence, message_id)
),
owned AS (
    SELECT *, NOT by_customer AND owner_before <> sender_id AS starts_stint
    FROM beside
)
SELECT
    * EXCEPT (sequence, after_customer, conversation_channel, is_live, number),
    xxhash64(source, thread_id, number) AS conversation,
    sum(CAST(starts_stint AS INT)) OVER (
        PARTITION BY source, thread_id ORDER BY sent_ms, NOT by_customer, sequence, message_id
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS stint,
    -- The silence before it was engagement of who owned the conversation then.
    NOT starts AND owner_before <> '' AND gap_ms <= engagement_ms(conversation_channel) AS is_engaged
FROM owned;

-- The attention before each message of an agent: since the agent's message before, in whatever conversation.
CREATE TABLE handled USING parquet LOCATION '${scratch}/handled' AS
SELECT
    sender_id AS agent, sent_ms, conversation, stint,
    least(sent_ms, greatest(
        sent_ms - 300000,
        CASE WHEN answers THEN turn_ms END,
        lag(sent_ms) OVER (PARTITION BY sender_id ORDER BY sent_ms, source, thread_id, place))) AS from_ms
FROM steps
WHERE NOT by_customer;

CREATE TEMPORARY VIEW stint_handling AS
SELECT conversation, stint, count(*) AS messages, sum(sent_ms - from_ms) AS handle_ms
FROM handled
GROUP BY conversation, stint;

CREATE TEMPORARY VIEW conversation_sums AS
SELECT
    conversation,
    count(*) AS messages,
    count_if(by_customer) AS customer_messages,
    count_if(starts_turn) AS turns,
    count_if(answers) AS answered_turns,
    min(turn) FILTER (WHERE by_customer) AS first_turn,
    min(stint) FILTER (WHERE NOT by_customer) AS first_stint,
    max(stint) AS last_stint,
    min_by(team, place) FILTER (WHERE team IS NOT NULL) AS team,
    min(sent_ms) FILTER (WHERE by_customer) AS first_customer_ms,
    min(sent_ms) FILTER (WHERE NOT by_customer) AS first_agent_ms,
    max(sent_ms) FILTER (WHERE NOT by_customer) AS last_agent_ms,
    min(sent_ms) FILTER (WHERE answers) AS first_response_ms,
    min_by(sender_id, place) FILTER (WHERE answers) AS first_response_agent_id,
    sum(sent_ms - turn_ms) FILTER (WHERE answers) AS wait_ms,
    sum(sent_ms - turn_ms) FILTER (WHERE answers AND owner_before = '') AS queue_ms,
    count_if(switches) AS switches,
    count_if(switches AND gap_ms <= 120000) AS quick_switches,
    count_if(starts_episode) AS live_episodes,
    coalesce(sum(gap_ms) FILTER (WHERE is_engaged), 0) AS engaged_ms
FROM steps
GROUP BY conversation;

CREATE TEMPORARY VIEW conversation_handling AS
SELECT conversation, sum(handle_ms) AS handle_ms
FROM stint_handling
GROUP BY conversation;

CREATE TEMPORARY VIEW agents AS
SELECT
    conversation, count(DISTINCT sender_id) AS agents,
    min_by(sender_id, stint) AS first_agent_id, max_by(sender_id, stint) AS last_agent_id
FROM steps
WHERE starts_stint
GROUP BY conversation;

CREATE TABLE spans USING parquet LOCATION '${scratch}/spans' AS
SELECT
    first.conversation, first.source, first.thread_id, first.customer_id, first.channel, first.place,
    left(sha2(concat(first.source, chr(0), first.thread_id, chr(0), first.message_id), 256), 32) AS conversation_id,
    first.by_customer AS by_customer,
    first.sent_ms AS started_ms,
    last.sent_ms AS ended_ms,
    last.by_customer AS is_unanswered,
    last.turn_ms AS last_turn_ms,
    last.owner AS owner,
    b.as_of,
    last.ends_thread AND (
        (last.by_customer AND b.as_of - last.sent_ms < 1209600000)
        OR b.as_of - last.sent_ms < silence_ms(last.channel)) AS is_open,
    CASE
        WHEN NOT last.ends_thread THEN concat('nothing came for ', words(silence_ms(last.next_channel)))
        WHEN last.by_customer AND b.as_of - last.sent_ms < 1209600000 THEN 'the customer waits for an answer'
        WHEN b.as_of - last.sent_ms < silence_ms(last.channel) THEN
            concat('the silence is shorter than ', words(silence_ms(last.channel)))
        ELSE concat('nothing came for ', words(silence_ms(last.channel)))
    END AS end_explanation
FROM (SELECT * FROM steps WHERE starts) first
JOIN (SELECT * FROM steps WHERE ends) last ON last.conversation = first.conversation
CROSS JOIN bounds b;

-- A customer known by the thread alone is not the customer of another source's thread of the same name.
CREATE TEMPORARY VIEW returns AS
SELECT
    conversation,
    lag(conversation_id) OVER customer AS previous_conversation_id,
    greatest(0, started_ms - lag(ended_ms) OVER customer) AS since_previous_ms,
    lag(ended_ms) OVER customer AS previous_ended_ms
FROM spans
WINDOW customer AS (
    PARTITION BY customer_id, CASE WHEN customer_id = thread_id THEN source END
    ORDER BY started_ms, source, thread_id, place);

-- Everything measured of a conversation.
CREATE TABLE conversations USING parquet LOCATION '${scratch}/conversations' AS
SELECT
    s.* EXCEPT (place),
    c.* EXCEPT (conversation, wait_ms, queue_ms),
    a.* EXCEPT (conversation),
    coalesce(h.handle_ms, 0) AS handle_ms,
    CASE
        WHEN s.is_open THEN 'open'
        WHEN c.customer_messages = 0 THEN 'outreach'
        WHEN s.is_unanswered THEN 'unanswered'
        ELSE 'resolved'
    END AS outcome,
    CASE WHEN s.is_open THEN s.as_of ELSE s.ended_ms END AS until_ms,
    CASE
        WHEN s.is_open AND s.is_unanswered THEN coalesce(c.wait_ms, 0) + s.as_of - s.last_turn_ms
        ELSE c.wait_ms
    END AS wait_ms,
    coalesce(c.queue_ms, 0) + CASE
        WHEN s.is_open AND s.is_unanswered AND s.owner = '' THEN s.as_of - s.last_turn_ms
        ELSE 0 END AS queue_ms,
    CASE WHEN NOT s.is_open AND NOT s.is_unanswered AND c.customer_messages > 0 THEN c.last_agent_ms END AS resolved_ms,
    CASE WHEN NOT s.is_open AND NOT s.is_unanswered THEN c.last_agent_ms - c.first_customer_ms END AS resolution_ms,
    c.first_response_ms - c.first_customer_ms AS response_ms,
    c.quick_switches / nullif(c.switches, 0) AS sync_share,
    CASE
        WHEN c.switches = 0 THEN NULL
        WHEN c.quick_switches / c.switches >= 0.8D THEN 'sync'
        WHEN c.quick_switches / c.switches <= 0.2D THEN 'async'
        ELSE 'mixed' END AS mode,
    r.previous_conversation_id,
    CASE WHEN r.previous_ended_ms IS NOT NULL THEN r.since_previous_ms END AS since_previous_ms
FROM spans s
JOIN returns r ON r.conversation = s.conversation
JOIN conversation_sums c ON c.conversation = s.conversation
LEFT JOIN conversation_handling h ON h.conversation = s.conversation
LEFT JOIN agents a ON a.conversation = s.conversation;

CREATE TABLE turns USING parquet LOCATION '${scratch}/turns' AS
SELECT
    turn, conversation, turn_ms AS started_ms, sent_ms AS last_ms, place - turn_place + 1 AS messages, owner,
    CASE WHEN NOT ends THEN next_ms END AS answered_ms,
    CASE WHEN NOT ends THEN next_sender END AS answered_by
FROM steps
WHERE by_customer AND (ends OR NOT before_customer);

CREATE TABLE stints USING parquet LOCATION '${scratch}/stints' AS
SELECT
    s.stint, s.conversation, s.sender_id AS agent, s.sent_ms AS started_ms,
    CASE WHEN s.stint < c.last_stint THEN s.next_ms ELSE c.until_ms END AS ended_ms,
    c.source, c.thread_id, c.conversation_id, c.channel, c.team, c.is_open, c.first_stint, c.last_stint
FROM (
    SELECT
        stint, conversation, sender_id, sent_ms,
        lead(sent_ms) OVER (PARTITION BY conversation ORDER BY stint) AS next_ms
    FROM steps
    WHERE starts_stint
) s
JOIN conversations c ON c.conversation = s.conversation;

CREATE TEMPORARY VIEW stint_engagement AS
SELECT conversation, CASE WHEN starts_stint THEN stint - 1 ELSE stint END AS stint, sum(gap_ms) AS engaged_ms
FROM steps
WHERE is_engaged
GROUP BY 1, 2;

INSERT OVERWRITE DIRECTORY '${out}/conversation_messages' USING parquet
SELECT
    c.source, c.thread_id, s.message_id, c.conversation_id, s.place, timestamp_millis(s.sent_ms) AS sent_at,
    CASE WHEN s.by_customer THEN 'customer' ELSE 'agent' END AS sender_role, s.sender_id, 'message' AS kind,
    CAST(NULL AS STRING) AS event, CASE WHEN s.by_customer THEN CAST(s.turn - c.first_turn + 1 AS INT) END AS turn,
    1 AS spell
FROM steps s
JOIN conversations c ON c.conversation = s.conversation;

INSERT OVERWRITE DIRECTORY '${out}/conversations' USING parquet
SELECT
    source, thread_id, conversation_id, channel, team, customer_id,
    timestamp_millis(started_ms) AS started_at, timestamp_millis(ended_ms) AS ended_at,
    CAST(NULL AS TIMESTAMP) AS closed_at,
    CASE WHEN outcome = 'resolved' THEN timestamp_millis(resolved_ms) END AS resolved_at,
    timestamp_millis(first_response_ms) AS first_response_at,
    CASE WHEN is_open THEN 'open' ELSE 'silence' END AS end_reason, CAST(NULL AS DOUBLE) AS end_confidence,
    end_explanation, is_open OR as_of - ended_ms < 259200000 AS provisional, outcome,
    CASE WHEN by_customer THEN 'customer' ELSE 'agent' END AS initiated_by, false AS out_of_hours,
    CAST(messages AS INT) AS messages, CAST(customer_messages AS INT) AS customer_messages,
    CAST(messages - customer_messages AS INT) AS agent_messages, 0 AS bot_messages,
    CAST(turns AS INT) AS customer_turns, CAST(answered_turns AS INT) AS answered_turns,
    CAST(turns - answered_turns AS INT) AS unanswered_turns, 1 AS spells,
    CAST(coalesce(agents, 0) AS INT) AS agents, first_agent_id, last_agent_id, first_response_agent_id,
    0 AS reopens, CAST(coalesce(last_stint - first_stint, 0) AS INT) AS transfers,
    0 AS returns_to_queue, 0 AS escalations, CAST(live_episodes AS INT) AS live_episodes,
    CAST(NULL AS BIGINT) AS padding_ms,
    response_ms AS first_response_ms, response_ms AS first_response_business_ms,
    response_ms AS first_response_any_ms, response_ms AS first_response_any_business_ms,
    CAST(NULL AS BIGINT) AS first_response_from_handoff_ms,
    CAST(NULL AS BIGINT) AS first_response_from_handoff_business_ms,
    CAST(NULL AS BIGINT) AS first_response_from_assignment_ms,
    CAST(NULL AS BIGINT) AS first_response_from_assignment_business_ms,
    wait_ms AS customer_wait_ms, wait_ms AS customer_wait_business_ms,
    CASE WHEN wait_ms IS NOT NULL THEN queue_ms END AS wait_queue_ms,
    CASE WHEN wait_ms IS NOT NULL THEN queue_ms END AS wait_queue_business_ms,
    wait_ms - queue_ms AS wait_agent_ms, wait_ms - queue_ms AS wait_agent_business_ms,
    CASE WHEN wait_ms IS NOT NULL THEN 0L END AS wait_bot_ms,
    CASE WHEN wait_ms IS NOT NULL THEN 0L END AS wait_bot_business_ms,
    resolution_ms, resolution_ms AS resolution_business_ms,
    CAST(NULL AS BIGINT) AS first_close_ms, CAST(NULL AS BIGINT) AS first_close_business_ms,
    CAST(NULL AS BIGINT) AS final_close_ms, CAST(NULL AS BIGINT) AS final_close_business_ms,
    CAST(NULL AS BIGINT) AS net_open_ms, CAST(NULL AS BIGINT) AS net_open_business_ms,
    handle_ms, handle_ms AS handle_business_ms, engaged_ms, engaged_ms AS engaged_business_ms,
    coalesce(until_ms - first_agent_ms, 0) AS assigned_ms, coalesce(until_ms - first_agent_ms, 0) AS assigned_business_ms,
    resolution_ms / nullif(handle_ms, 0) AS elongation,
    sync_share, mode, previous_conversation_id, since_previous_ms,
    CASE
        WHEN since_previous_ms < 3600000 THEN '[0,1h)'
        WHEN since_previous_ms < 86400000 THEN '[1h,1d)'
        WHEN since_previous_ms < 259200000 THEN '[1d,3d)'
        WHEN since_previous_ms < 604800000 THEN '[3d,7d)'
        WHEN since_previous_ms < 1209600000 THEN '[7d,14d)'
        WHEN since_previous_ms < 2592000000 THEN '[14d,30d)' END AS repeat_window
FROM conversations;

INSERT OVERWRITE DIRECTORY '${out}/turns' USING parquet
SELECT
    c.source, c.thread_id, c.conversation_id, CAST(t.turn - c.first_turn + 1 AS INT) AS turn, 1 AS spell,
    t.turn = c.first_turn AS is_first_of_spell, c.channel, c.team, c.mode,
    timestamp_millis(t.started_ms) AS started_at, timestamp_millis(t.last_ms) AS last_message_at, t.messages,
    timestamp_millis(t.answered_ms) AS answered_at, t.answered_by,
    CASE WHEN t.answered_ms IS NOT NULL THEN 'agent' END AS answered_by_kind,
    t.answered_ms - t.started_ms AS reply_ms, t.answered_ms - t.started_ms AS reply_business_ms,
    t.answered_ms - t.last_ms AS reply_from_last_ms, t.answered_ms - t.last_ms AS reply_from_last_business_ms,
    t.answered_ms - t.started_ms AS human_reply_ms, t.answered_ms - t.started_ms AS human_reply_business_ms
FROM turns t
JOIN conversations c ON c.conversation = t.conversation;

INSERT OVERWRITE DIRECTORY '${out}/stints' USING parquet
SELECT
    s.source, s.thread_id, s.conversation_id, s.agent AS agent_id, CAST(s.stint - s.first_stint + 1 AS INT) AS stint,
    s.channel, s.team, timestamp_millis(s.started_ms) AS started_at, timestamp_millis(s.ended_ms) AS ended_at,
    'takeover' AS start_reason,
    CASE WHEN s.stint < s.last_stint THEN 'transferred' WHEN s.is_open THEN 'open' ELSE 'ended' END AS end_reason,
    CAST(h.messages AS INT) AS messages, h.handle_ms, h.handle_ms AS handle_business_ms,
    coalesce(e.engaged_ms, 0) AS engaged_ms, coalesce(e.engaged_ms, 0) AS engaged_business_ms,
    s.ended_ms - s.started_ms AS assigned_ms, s.ended_ms - s.started_ms AS assigned_business_ms
FROM stints s
JOIN stint_handling h ON h.conversation = s.conversation AND h.stint = s.stint
LEFT JOIN stint_engagement e ON e.conversation = s.conversation AND e.stint = s.stint;

-- An agent's load: what begins and ends, summed up from one instant to the next.
CREATE TEMPORARY VIEW load_changes AS
WITH changes AS (
    SELECT agent, inline(array(
        struct(started_ms AS ms, 1 AS assigned, 0 AS engaged, 0 AS pending),
        struct(ended_ms AS ms, -1 AS assigned, 0 AS engaged, 0 AS pending)))
    FROM stints
    WHERE started_ms < ended_ms

    UNION ALL

    SELECT owner_before, inline(array(
        struct(sent_ms - gap_ms AS ms, 0 AS assigned, 1 AS engaged, 0 AS pending),
        struct(sent_ms AS ms, 0 AS assigned, -1 AS engaged, 0 AS pending)))
    FROM steps
    WHERE is_engaged AND gap_ms > 0

    UNION ALL

    SELECT t.owner, inline(array(
        struct(t.started_ms AS ms, 0 AS assigned, 0 AS engaged, 1 AS pending),
        struct(coalesce(t.answered_ms, c.until_ms) AS ms, 0 AS assigned, 0 AS engaged, -1 AS pending)))
    FROM turns t
    JOIN conversations c ON c.conversation = t.conversation
    WHERE t.owner <> '' AND t.started_ms < coalesce(t.answered_ms, c.until_ms)
)
SELECT agent, ms, sum(assigned) AS assigned, sum(engaged) AS engaged, sum(pending) AS pending
FROM changes
GROUP BY agent, ms;

CREATE TEMPORARY VIEW carried AS
SELECT
    agent, from_ms, until_ms, assigned, engaged, pending,
    explode(sequence(from_ms div 900000, (until_ms - 1) div 900000)) AS slice
FROM (
    SELECT
        agent, ms AS from_ms, lead(ms) OVER (PARTITION BY agent ORDER BY ms) AS until_ms,
        sum(assigned) OVER sofar AS assigned, sum(engaged) OVER sofar AS engaged, sum(pending) OVER sofar AS pending
    FROM load_changes
    WINDOW sofar AS (PARTITION BY agent ORDER BY ms ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
)
WHERE assigned > 0 OR engaged > 0 OR pending > 0;

-- The team of a slice is that of the stint that began earliest of those that touch it: all begun before it had ended earlier.
CREATE TEMPORARY VIEW slice_teams AS
SELECT agent, team, explode(sequence(from_slice, until_slice)) AS slice
FROM (
    SELECT
        agent, team, greatest(started_ms div 900000, others_until_ms div 900000 + 1) AS from_slice,
        ended_ms div 900000 AS until_slice
    FROM (
        SELECT
            agent, started_ms, ended_ms, team,
            coalesce(max(ended_ms) OVER (
                PARTITION BY agent ORDER BY started_ms, team
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS others_until_ms
        FROM stints
        WHERE team IS NOT NULL
    )
)
WHERE from_slice <= until_slice;

-- What an agent wrote, and the attention for it: in the slice of the message, and what began in the slice before.
CREATE TEMPORARY VIEW written AS
SELECT agent, slice, sum(messages) AS messages, sum(handle_ms) AS handle_ms
FROM (
    SELECT
        agent, sent_ms div 900000 AS slice, 1 AS messages,
        sent_ms - greatest(from_ms, sent_ms div 900000 * 900000) AS handle_ms
    FROM handled

    UNION ALL

    SELECT agent, sent_ms div 900000 - 1, 0, sent_ms div 900000 * 900000 - from_ms
    FROM handled
    WHERE from_ms < sent_ms div 900000 * 900000
)
GROUP BY agent, slice;

INSERT OVERWRITE DIRECTORY '${out}/agent_load' USING parquet
SELECT
    agent AS agent_id, timestamp_millis(slice * 900000) AS slice_at, t.team,
    CAST(coalesce(w.messages, 0) AS INT) AS messages,
    coalesce(l.assigned_ms, 0) AS assigned_ms, coalesce(l.engaged_ms, 0) AS engaged_ms,
    coalesce(l.pending_ms, 0) AS pending_ms, coalesce(l.engaged_union_ms, 0) AS engaged_union_ms,
    coalesce(w.handle_ms, 0) AS handle_ms, CAST(coalesce(l.peak_assigned, 0) AS INT) AS peak_assigned,
    CAST(coalesce(l.peak_engaged, 0) AS INT) AS peak_engaged,
    coalesce(l.at_1, 0) AS engaged_ms_at_1, coalesce(l.at_2, 0) AS engaged_ms_at_2,
    coalesce(l.at_3, 0) AS engaged_ms_at_3, coalesce(l.at_4, 0) AS engaged_ms_at_4,
    coalesce(l.at_5, 0) AS engaged_ms_at_5, coalesce(l.at_6, 0) AS engaged_ms_at_6,
    coalesce(l.at_7, 0) AS engaged_ms_at_7, coalesce(l.at_8plus, 0) AS engaged_ms_at_8plus
FROM (
    SELECT
        agent, slice, sum(assigned * ms) AS assigned_ms, sum(engaged * ms) AS engaged_ms,
        sum(pending * ms) AS pending_ms, sum(ms) FILTER (WHERE engaged > 0) AS engaged_union_ms,
        max(assigned) AS peak_assigned, max(engaged) AS peak_engaged,
        sum(ms) FILTER (WHERE engaged = 1) AS at_1, sum(ms) FILTER (WHERE engaged = 2) AS at_2,
        sum(ms) FILTER (WHERE engaged = 3) AS at_3, sum(ms) FILTER (WHERE engaged = 4) AS at_4,
        sum(ms) FILTER (WHERE engaged = 5) AS at_5, sum(ms) FILTER (WHERE engaged = 6) AS at_6,
        sum(ms) FILTER (WHERE engaged = 7) AS at_7, sum(ms) FILTER (WHERE engaged > 7) AS at_8plus
    FROM (
        SELECT *, least(until_ms, (slice + 1) * 900000) - greatest(from_ms, slice * 900000) AS ms FROM carried)
    GROUP BY agent, slice
) l
FULL JOIN written w USING (agent, slice)
LEFT JOIN slice_teams t USING (agent, slice);

-- A queue's full hours: open conversations by what begins and ends between them, those who wait one by one.
CREATE TEMPORARY VIEW open_hours AS
SELECT channel, team, open, explode(sequence(from_hour, until_hour - 1)) AS hour
FROM (
    SELECT
        channel, team, hour AS from_hour,
        lead(hour) OVER (PARTITION BY channel, team ORDER BY hour) AS until_hour,
        sum(change) OVER (
            PARTITION BY channel, team ORDER BY hour ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS open
    FROM (
        SELECT channel, team, hour, sum(change) AS change
        FROM (
            SELECT
                channel, team,
                inline(array(
                    struct((started_ms + 3599999) div 3600000 AS hour, 1 AS change),
                    struct((CASE WHEN is_open THEN until_ms + 1 ELSE ended_ms END + 3599999) div 3600000 AS hour, -1 AS change)))
            FROM conversations
        )
        GROUP BY channel, team, hour
    )
)
WHERE open > 0;

CREATE TEMPORARY VIEW waiting_hours AS
SELECT channel, team, hour, count(*) AS awaiting, min(from_ms) AS since_ms
FROM (
    SELECT channel, team, from_ms, explode(sequence(from_hour, until_hour - 1)) AS hour
    FROM (
        SELECT
            c.channel, c.team, t.started_ms AS from_ms, begun(t.started_ms, 3600000) AS from_hour,
            begun(coalesce(t.answered_ms, c.until_ms + 1), 3600000) AS until_hour
        FROM turns t
        JOIN conversations c ON c.conversation = t.conversation
        WHERE t.answered_ms IS NOT NULL OR c.is_open
    )
    WHERE from_hour < until_hour
)
GROUP BY channel, team, hour;

INSERT OVERWRITE DIRECTORY '${out}/backlog' USING parquet
SELECT
    timestamp_millis(o.hour * 3600000) AS hour_at, o.channel, o.team, CAST(o.open AS INT) AS open,
    CAST(coalesce(w.awaiting, 0) AS INT) AS awaiting_agent, o.hour * 3600000 - w.since_ms AS oldest_wait_ms
FROM open_hours o
LEFT JOIN waiting_hours w ON w.channel = o.channel AND w.team <=> o.team AND w.hour = o.hour;

-- Bin 0 holds 0; bin i holds what is at least 1.02^(i-1) and below 1.02^i.
CREATE TEMPORARY VIEW bins AS
SELECT
    day, channel, team, mode, measure,
    CASE WHEN ms = 0 THEN 0 ELSE 1 + CAST(floor(ln(ms) / ln(1.02D)) AS INT) END AS bin,
    count(*) AS n, sum(ms) AS sum_ms
FROM (
    SELECT
        channel, team, mode,
        inline(array(
            struct(started_ms div 86400000 AS day, 'handle' AS measure, handle_ms AS ms),
            struct(started_ms div 86400000 AS day, 'wait' AS measure, wait_ms AS ms),
            struct(first_response_ms div 86400000 AS day, 'response' AS measure, response_ms AS ms),
            struct(
                CASE WHEN outcome = 'resolved' THEN resolved_ms END div 86400000 AS day, 'resolution' AS measure,
                resolution_ms AS ms)))
    FROM conversations

    UNION ALL

    SELECT c.channel, c.team, c.mode, t.answered_ms div 86400000, 'reply', t.answered_ms - t.started_ms
    FROM turns t
    JOIN conversations c ON c.conversation = t.conversation
)
WHERE ms IS NOT NULL
GROUP BY 1, 2, 3, 4, 5, 6;

CREATE TEMPORARY VIEW counts AS
SELECT
    started_ms div 86400000 AS day, channel, team, mode, count(*) AS started,
    count_if(outcome = 'open') AS open, count_if(outcome = 'outreach') AS outreach,
    count_if(outcome = 'unanswered') AS unanswered,
    count_if(since_previous_ms < 259200000) AS repeated, sum(messages) AS messages,
    sum(turns) AS turns, sum(turns - answered_turns) AS unanswered_turns
FROM conversations
GROUP BY 1, 2, 3, 4;

INSERT OVERWRITE DIRECTORY '${out}/daily_metrics' USING parquet
SELECT
    date_from_unix_date(CAST(day AS INT)) AS report_date, channel, team, mode,
    coalesce(max(started), 0) AS started, coalesce(sum(n) FILTER (WHERE measure = 'resolution'), 0) AS resolved,
    coalesce(max(open), 0) AS open, 0L AS merged, coalesce(max(outreach), 0) AS outreach,
    coalesce(max(unanswered), 0) AS unanswered, 0L AS abandoned_in_bot, 0L AS bot_contained,
    0L AS out_of_hours, 0L AS reopened, coalesce(max(repeated), 0) AS repeated_within_3d,
    coalesce(max(messages), 0) AS messages, coalesce(max(turns), 0) AS customer_turns,
    coalesce(max(unanswered_turns), 0) AS unanswered_turns,
    coalesce(sum(n) FILTER (WHERE measure = 'response'), 0) AS first_response_n,
    coalesce(sum(sum_ms) FILTER (WHERE measure = 'response'), 0) AS first_response_sum_ms,
    map_from_entries(array_sort(collect_list(entry) FILTER (WHERE measure = 'response'))) AS first_response_bins,
    first_response_n AS first_response_business_n, first_response_sum_ms AS first_response_business_sum_ms,
    first_response_bins AS first_response_business_bins,
    coalesce(sum(n) FILTER (WHERE measure = 'resolution'), 0) AS resolution_n,
    coalesce(sum(sum_ms) FILTER (WHERE measure = 'resolution'), 0) AS resolution_sum_ms,
    map_from_entries(array_sort(collect_list(entry) FILTER (WHERE measure = 'resolution'))) AS resolution_bins,
    resolution_n AS resolution_business_n, resolution_sum_ms AS resolution_business_sum_ms,
    resolution_bins AS resolution_business_bins,
    coalesce(sum(n) FILTER (WHERE measure = 'reply'), 0) AS reply_n,
    coalesce(sum(sum_ms) FILTER (WHERE measure = 'reply'), 0) AS reply_sum_ms,
    map_from_entries(array_sort(collect_list(entry) FILTER (WHERE measure = 'reply'))) AS reply_bins,
    reply_n AS reply_business_n, reply_sum_ms AS reply_business_sum_ms, reply_bins AS reply_business_bins,
    coalesce(sum(n) FILTER (WHERE measure = 'handle'), 0) AS handle_n,
    coalesce(sum(sum_ms) FILTER (WHERE measure = 'handle'), 0) AS handle_sum_ms,
    map_from_entries(array_sort(collect_list(entry) FILTER (WHERE measure = 'handle'))) AS handle_bins,
    coalesce(sum(n) FILTER (WHERE measure = 'wait'), 0) AS customer_wait_n,
    coalesce(sum(sum_ms) FILTER (WHERE measure = 'wait'), 0) AS customer_wait_sum_ms,
    map_from_entries(array_sort(collect_list(entry) FILTER (WHERE measure = 'wait'))) AS customer_wait_bins
FROM (
    SELECT
        day, channel, team, mode, measure, n, sum_ms, struct(bin, n) AS entry, NULL AS started, NULL AS open,
        NULL AS outreach, NULL AS unanswered, NULL AS repeated, NULL AS messages, NULL AS turns,
        NULL AS unanswered_turns
    FROM bins

    UNION ALL

    SELECT
        day, channel, team, mode, NULL, NULL, NULL, NULL, started, open, outreach, unanswered, repeated, messages, turns,
        unanswered_turns
    FROM counts
)
GROUP BY day, channel, team, mode;
