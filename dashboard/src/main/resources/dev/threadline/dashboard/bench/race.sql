-- The tables of a build in DuckDB, written to be fast: what Threadline is raced against. It knows the log it is for, public
-- messages of customers and agents only, and leaves out the rest: no events, bots, notes, thanks or business hours.
--
-- The log is sorted once; what then needs the rows before or after a row reads them in that order, by windows over
-- everything, which DuckDB streams without sorting again. Conversations, turns and stints are numbered through the whole
-- log by running sums, and joined by these numbers. Instants are milliseconds until they are written.
--
-- In the places: the Parquet files of the messages, the folder for the tables.
SET TimeZone = 'UTC';

CREATE MACRO silence_ms(channel) AS
    CASE channel WHEN 'webchat' THEN 1800000 WHEN 'email' THEN 259200000 ELSE 86400000 END;
CREATE MACRO engagement_ms(channel) AS CASE channel WHEN 'webchat' THEN 600000 ELSE 3600000 END;
CREATE MACRO instant(ms) AS make_timestamptz(ms * 1000);
CREATE MACRO words(ms) AS CASE
    WHEN ms >= 172800000 THEN (ms // 86400000) || ' d'
    WHEN ms >= 7200000 THEN (ms // 3600000) || ' h'
    WHEN ms >= 120000 THEN (ms // 60000) || ' min'
    ELSE (ms // 1000) || ' s' END;
-- How many whole units end at or before an instant, and how many begin before it.
CREATE MACRO whole(ms, unit) AS ms // unit;
CREATE MACRO begun(ms, unit) AS (ms + unit - 1) // unit;
CREATE MACRO by_bin(entries) AS coalesce(map_from_entries(entries), MAP {}::MAP(INTEGER, BIGINT));

CREATE VIEW messages AS FROM read_parquet(${messages}, union_by_name = true);
CREATE TYPE agent AS ENUM (SELECT DISTINCT sender_id FROM messages WHERE sender_role = 'agent' ORDER BY 1);
CREATE TYPE team AS ENUM (SELECT DISTINCT team FROM messages WHERE team IS NOT NULL ORDER BY 1);
CREATE TYPE channel AS ENUM (SELECT DISTINCT channel FROM messages ORDER BY 1);
SET VARIABLE as_of = (SELECT epoch_ms(max(sent_at)) FROM messages);

CREATE TEMP TABLE steps AS
WITH log AS (
    SELECT
        source, thread_id, message_id, epoch_ms(sent_at) AS sent_ms, sender_role = 'customer' AS by_customer, sender_id,
        channel::channel AS channel, team::team AS team, customer_id
    FROM messages
    ORDER BY source, thread_id, sent_at, sender_role = 'agent', sequence NULLS FIRST, message_id
),
near AS (
    SELECT
        *,
        row_number() OVER () AS pos,
        coalesce(thread_id <> lag(thread_id) OVER () OR source <> lag(source) OVER (), true) AS starts_thread,
        sent_ms - lag(sent_ms) OVER () AS gap_ms,
        lag(by_customer) OVER () AS after_customer
    FROM log
),
-- A silence ends a conversation, unless a human answers a customer who waits.
cut AS (
    SELECT
        *,
        starts_thread OR (
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
        sum(starts::INT) OVER sofar AS conversation,
        sum(starts_turn::INT) OVER sofar AS turn,
        last_value(CASE WHEN starts_thread THEN pos END IGNORE NULLS) OVER sofar AS thread_pos,
        last_value(CASE WHEN starts THEN channel END IGNORE NULLS) OVER sofar AS conversation_channel,
        last_value(CASE WHEN starts_turn THEN pos END IGNORE NULLS) OVER sofar AS turn_pos,
        last_value(CASE WHEN starts_turn THEN sent_ms END IGNORE NULLS) OVER sofar AS turn_ms,
        last_value(CASE WHEN NOT by_customer THEN sender_id WHEN starts THEN '' END IGNORE NULLS) OVER sofar AS owner,
        last_value(CASE
            WHEN starts OR gap_ms > 300000 THEN false
            WHEN switches THEN true END IGNORE NULLS) OVER sofar AS is_live
    FROM marked
    WINDOW sofar AS (ROWS UNBOUNDED PRECEDING)
),
beside AS (
    SELECT
        *,
        CASE WHEN starts THEN '' ELSE lag(owner) OVER () END AS owner_before,
        switches AND gap_ms <= 300000 AND NOT lag(is_live) OVER () AS starts_episode,
        coalesce(lead(starts) OVER (), true) AS ends,
        coalesce(lead(starts_thread) OVER (), true) AS ends_thread,
        lead(sent_ms) OVER () AS next_ms,
        lead(channel) OVER () AS next_channel,
        lead(by_customer) OVER () AS before_customer,
        lead(sender_id) OVER () AS next_sender
    FROM running
)
SELECT
    * EXCLUDE (thread_pos, starts_thread, after_customer, conversation_channel, is_live),
    pos - thread_pos + 1 AS place,
    NOT by_customer AND owner_before <> sender_id AS starts_stint,
    sum((NOT by_customer AND owner_before <> sender_id)::INT) OVER (ROWS UNBOUNDED PRECEDING) AS stint,
    -- The silence before it was engagement of who owned the conversation then.
    NOT starts AND owner_before <> '' AND gap_ms <= engagement_ms(conversation_channel) AS is_engaged
FROM beside;

-- The attention before each message of an agent: since the agent's message before, in whatever conversation.
CREATE TEMP TABLE handled AS
SELECT
    * EXCLUDE (earliest_ms),
    least(sent_ms, greatest(earliest_ms, CASE WHEN lag(agent) OVER () = agent THEN lag(sent_ms) OVER () END)) AS from_ms
FROM (
    SELECT
        sender_id::agent AS agent, sent_ms, pos, conversation, stint,
        greatest(sent_ms - 300000, CASE WHEN answers THEN turn_ms END) AS earliest_ms
    FROM steps
    WHERE NOT by_customer
    ORDER BY agent, sent_ms, pos
);

CREATE TEMP TABLE stint_handling AS
SELECT stint, any_value(conversation) AS conversation, count(*) AS messages, sum(sent_ms - from_ms)::BIGINT AS handle_ms
FROM handled
GROUP BY stint;

CREATE TEMP TABLE conversation_sums AS
SELECT
    conversation,
    count(*) AS messages,
    count(*) FILTER (by_customer) AS customer_messages,
    count(*) FILTER (starts_turn) AS turns,
    count(*) FILTER (answers) AS answered_turns,
    min(turn) FILTER (by_customer) AS first_turn,
    min(stint) FILTER (NOT by_customer) AS first_stint,
    max(stint) AS last_stint,
    arg_min(team, pos) AS team,
    min(sent_ms) FILTER (by_customer) AS first_customer_ms,
    min(sent_ms) FILTER (NOT by_customer) AS first_agent_ms,
    max(sent_ms) FILTER (NOT by_customer) AS last_agent_ms,
    min(sent_ms) FILTER (answers) AS first_response_ms,
    arg_min(sender_id, pos) FILTER (answers) AS first_response_agent_id,
    sum(sent_ms - turn_ms) FILTER (answers)::BIGINT AS wait_ms,
    sum(sent_ms - turn_ms) FILTER (answers AND owner_before = '')::BIGINT AS queue_ms,
    count(*) FILTER (switches) AS switches,
    count(*) FILTER (switches AND gap_ms <= 120000) AS quick_switches,
    count(*) FILTER (starts_episode) AS live_episodes,
    coalesce(sum(gap_ms) FILTER (is_engaged), 0)::BIGINT AS engaged_ms
FROM steps
GROUP BY conversation;

CREATE TEMP TABLE conversation_handling AS
SELECT conversation, sum(handle_ms)::BIGINT AS handle_ms
FROM stint_handling
GROUP BY conversation;

CREATE TEMP TABLE agents AS
SELECT
    conversation, count(DISTINCT sender_id) AS agents,
    arg_min(sender_id, stint) AS first_agent_id, arg_max(sender_id, stint) AS last_agent_id
FROM steps
WHERE starts_stint
GROUP BY conversation;

CREATE TEMP TABLE spans AS
SELECT
    first.conversation, first.source, first.thread_id, first.customer_id, first.channel, first.pos,
    left(sha256(concat(first.source, chr(0), first.thread_id, chr(0), first.message_id)), 32) AS conversation_id,
    first.by_customer AS by_customer,
    first.sent_ms AS started_ms,
    last.sent_ms AS ended_ms,
    last.by_customer AS is_unanswered,
    last.turn_ms AS last_turn_ms,
    last.owner AS owner,
    last.ends_thread AND (
        (last.by_customer AND getvariable('as_of') - last.sent_ms < 1209600000)
        OR getvariable('as_of') - last.sent_ms < silence_ms(last.channel)) AS is_open,
    CASE
        WHEN NOT last.ends_thread THEN 'nothing came for ' || words(silence_ms(last.next_channel))
        WHEN last.by_customer AND getvariable('as_of') - last.sent_ms < 1209600000 THEN
            'the customer waits for an answer'
        WHEN getvariable('as_of') - last.sent_ms < silence_ms(last.channel) THEN
            'the silence is shorter than ' || words(silence_ms(last.channel))
        ELSE 'nothing came for ' || words(silence_ms(last.channel))
    END AS end_explanation
FROM steps first
JOIN steps last ON last.conversation = first.conversation AND last.ends
WHERE first.starts;

-- A customer known by the thread alone is not the customer of another source's thread of the same name.
CREATE TEMP TABLE returns AS
SELECT
    conversation,
    CASE WHEN same_customer THEN previous_conversation_id END AS previous_conversation_id,
    CASE WHEN same_customer THEN greatest(0, started_ms - previous_ended_ms) END AS since_previous_ms
FROM (
    SELECT
        conversation, started_ms,
        customer_id = lag(customer_id) OVER () AND customer_source IS NOT DISTINCT FROM lag(customer_source) OVER ()
            AS same_customer,
        lag(conversation_id) OVER () AS previous_conversation_id,
        lag(ended_ms) OVER () AS previous_ended_ms
    FROM (
        SELECT
            conversation, customer_id, CASE WHEN customer_id = thread_id THEN source END AS customer_source,
            conversation_id, started_ms, ended_ms
        FROM spans
        ORDER BY customer_id, customer_source, started_ms, pos
    )
);

-- Everything measured of a conversation.
CREATE TEMP TABLE conversations AS
SELECT
    s.*,
    c.* EXCLUDE (conversation, wait_ms, queue_ms),
    a.* EXCLUDE (conversation),
    coalesce(h.handle_ms, 0) AS handle_ms,
    CASE
        WHEN s.is_open THEN 'open'
        WHEN c.customer_messages = 0 THEN 'outreach'
        WHEN s.is_unanswered THEN 'unanswered'
        ELSE 'resolved'
    END AS outcome,
    CASE WHEN s.is_open THEN getvariable('as_of') ELSE s.ended_ms END AS until_ms,
    CASE
        WHEN s.is_open AND s.is_unanswered THEN coalesce(c.wait_ms, 0) + getvariable('as_of') - s.last_turn_ms
        ELSE c.wait_ms
    END AS wait_ms,
    coalesce(c.queue_ms, 0) + CASE
        WHEN s.is_open AND s.is_unanswered AND s.owner = '' THEN getvariable('as_of') - s.last_turn_ms
        ELSE 0 END AS queue_ms,
    CASE WHEN NOT s.is_open AND NOT s.is_unanswered AND c.customer_messages > 0 THEN c.last_agent_ms END AS resolved_ms,
    CASE WHEN NOT s.is_open AND NOT s.is_unanswered THEN c.last_agent_ms - c.first_customer_ms END AS resolution_ms,
    c.first_response_ms - c.first_customer_ms AS response_ms,
    c.quick_switches / nullif(c.switches, 0)::DOUBLE AS sync_share,
    CASE
        WHEN c.switches = 0 THEN NULL
        WHEN c.quick_switches / c.switches::DOUBLE >= 0.8 THEN 'sync'
        WHEN c.quick_switches / c.switches::DOUBLE <= 0.2 THEN 'async'
        ELSE 'mixed' END AS mode,
    r.previous_conversation_id,
    r.since_previous_ms
FROM spans s
JOIN returns r ON r.conversation = s.conversation
JOIN conversation_sums c ON c.conversation = s.conversation
LEFT JOIN conversation_handling h ON h.conversation = s.conversation
LEFT JOIN agents a ON a.conversation = s.conversation;

CREATE TEMP TABLE turns AS
SELECT
    turn, conversation, turn_ms AS started_ms, sent_ms AS last_ms, pos - turn_pos + 1 AS messages, owner,
    CASE WHEN NOT ends THEN next_ms END AS answered_ms,
    CASE WHEN NOT ends THEN next_sender END AS answered_by
FROM steps
WHERE by_customer AND (ends OR NOT before_customer);

CREATE TEMP TABLE stints AS
SELECT
    s.stint, s.conversation, s.sender_id::agent AS agent, s.sent_ms AS started_ms,
    CASE WHEN s.stint < c.last_stint THEN s.next_ms ELSE c.until_ms END AS ended_ms
FROM (SELECT stint, conversation, sender_id, sent_ms, lead(sent_ms) OVER () AS next_ms FROM steps WHERE starts_stint) s
JOIN conversations c ON c.conversation = s.conversation;

CREATE TEMP TABLE stint_engagement AS
SELECT CASE WHEN starts_stint THEN stint - 1 ELSE stint END AS stint, sum(gap_ms)::BIGINT AS engaged_ms
FROM steps
WHERE is_engaged
GROUP BY 1;

COPY (
    SELECT
        c.source, c.thread_id, s.message_id, c.conversation_id, s.place::INTEGER AS place, instant(s.sent_ms) AS sent_at,
        CASE WHEN s.by_customer THEN 'customer' ELSE 'agent' END AS sender_role, s.sender_id, 'message' AS kind,
        NULL::VARCHAR AS event, CASE WHEN s.by_customer THEN (s.turn - c.first_turn + 1)::INTEGER END AS turn,
        1::INTEGER AS spell
    FROM steps s
    JOIN conversations c ON c.conversation = s.conversation
) TO '${out}/conversation_messages.parquet';

COPY (
    SELECT
        source, thread_id, conversation_id, channel::VARCHAR AS channel, team::VARCHAR AS team, customer_id,
        instant(started_ms) AS started_at, instant(ended_ms) AS ended_at, NULL::TIMESTAMPTZ AS closed_at,
        CASE WHEN outcome = 'resolved' THEN instant(resolved_ms) END AS resolved_at,
        instant(first_response_ms) AS first_response_at,
        CASE WHEN is_open THEN 'open' ELSE 'silence' END AS end_reason, NULL::DOUBLE AS end_confidence, end_explanation,
        is_open OR getvariable('as_of') - ended_ms < 259200000 AS provisional, outcome,
        CASE WHEN by_customer THEN 'customer' ELSE 'agent' END AS initiated_by, false AS out_of_hours,
        messages::INTEGER AS messages, customer_messages::INTEGER AS customer_messages,
        (messages - customer_messages)::INTEGER AS agent_messages, 0::INTEGER AS bot_messages,
        turns::INTEGER AS customer_turns, answered_turns::INTEGER AS answered_turns,
        (turns - answered_turns)::INTEGER AS unanswered_turns, 1::INTEGER AS spells,
        coalesce(agents, 0)::INTEGER AS agents, first_agent_id, last_agent_id, first_response_agent_id,
        0::INTEGER AS reopens, coalesce(last_stint - first_stint, 0)::INTEGER AS transfers,
        0::INTEGER AS returns_to_queue, 0::INTEGER AS escalations, live_episodes::INTEGER AS live_episodes,
        NULL::BIGINT AS padding_ms,
        response_ms AS first_response_ms, response_ms AS first_response_business_ms,
        response_ms AS first_response_any_ms, response_ms AS first_response_any_business_ms,
        NULL::BIGINT AS first_response_from_handoff_ms, NULL::BIGINT AS first_response_from_handoff_business_ms,
        NULL::BIGINT AS first_response_from_assignment_ms, NULL::BIGINT AS first_response_from_assignment_business_ms,
        wait_ms AS customer_wait_ms, wait_ms AS customer_wait_business_ms,
        CASE WHEN wait_ms IS NOT NULL THEN queue_ms END AS wait_queue_ms,
        CASE WHEN wait_ms IS NOT NULL THEN queue_ms END AS wait_queue_business_ms,
        wait_ms - queue_ms AS wait_agent_ms, wait_ms - queue_ms AS wait_agent_business_ms,
        CASE WHEN wait_ms IS NOT NULL THEN 0::BIGINT END AS wait_bot_ms,
        CASE WHEN wait_ms IS NOT NULL THEN 0::BIGINT END AS wait_bot_business_ms,
        resolution_ms, resolution_ms AS resolution_business_ms,
        NULL::BIGINT AS first_close_ms, NULL::BIGINT AS first_close_business_ms,
        NULL::BIGINT AS final_close_ms, NULL::BIGINT AS final_close_business_ms,
        NULL::BIGINT AS net_open_ms, NULL::BIGINT AS net_open_business_ms,
        handle_ms, handle_ms AS handle_business_ms, engaged_ms, engaged_ms AS engaged_business_ms,
        coalesce(until_ms - first_agent_ms, 0) AS assigned_ms, coalesce(until_ms - first_agent_ms, 0) AS assigned_business_ms,
        resolution_ms / nullif(handle_ms, 0)::DOUBLE AS elongation,
        sync_share, mode, previous_conversation_id, since_previous_ms,
        CASE
            WHEN since_previous_ms < 3600000 THEN '[0,1h)'
            WHEN since_previous_ms < 86400000 THEN '[1h,1d)'
            WHEN since_previous_ms < 259200000 THEN '[1d,3d)'
            WHEN since_previous_ms < 604800000 THEN '[3d,7d)'
            WHEN since_previous_ms < 1209600000 THEN '[7d,14d)'
            WHEN since_previous_ms < 2592000000 THEN '[14d,30d)' END AS repeat_window
    FROM conversations
) TO '${out}/conversations.parquet';

COPY (
    SELECT
        c.source, c.thread_id, c.conversation_id, (t.turn - c.first_turn + 1)::INTEGER AS turn, 1::INTEGER AS spell,
        t.turn = c.first_turn AS is_first_of_spell, c.channel::VARCHAR AS channel, c.team::VARCHAR AS team, c.mode,
        instant(t.started_ms) AS started_at, instant(t.last_ms) AS last_message_at, t.messages::INTEGER AS messages,
        instant(t.answered_ms) AS answered_at, t.answered_by,
        CASE WHEN t.answered_ms IS NOT NULL THEN 'agent' END AS answered_by_kind,
        t.answered_ms - t.started_ms AS reply_ms, t.answered_ms - t.started_ms AS reply_business_ms,
        t.answered_ms - t.last_ms AS reply_from_last_ms, t.answered_ms - t.last_ms AS reply_from_last_business_ms,
        t.answered_ms - t.started_ms AS human_reply_ms, t.answered_ms - t.started_ms AS human_reply_business_ms
    FROM turns t
    JOIN conversations c ON c.conversation = t.conversation
) TO '${out}/turns.parquet';

COPY (
    SELECT
        c.source, c.thread_id, c.conversation_id, s.agent::VARCHAR AS agent_id,
        (s.stint - c.first_stint + 1)::INTEGER AS stint, c.channel::VARCHAR AS channel, c.team::VARCHAR AS team,
        instant(s.started_ms) AS started_at, instant(s.ended_ms) AS ended_at, 'takeover' AS start_reason,
        CASE WHEN s.stint < c.last_stint THEN 'transferred' WHEN c.is_open THEN 'open' ELSE 'ended' END AS end_reason,
        h.messages::INTEGER AS messages, h.handle_ms, h.handle_ms AS handle_business_ms,
        coalesce(e.engaged_ms, 0) AS engaged_ms, coalesce(e.engaged_ms, 0) AS engaged_business_ms,
        s.ended_ms - s.started_ms AS assigned_ms, s.ended_ms - s.started_ms AS assigned_business_ms
    FROM stints s
    JOIN conversations c ON c.conversation = s.conversation
    JOIN stint_handling h ON h.stint = s.stint
    LEFT JOIN stint_engagement e ON e.stint = s.stint
) TO '${out}/stints.parquet';

-- An agent's load: what begins and ends, summed up from one instant to the next. Every count is 0 again after an agent's
-- last instant, so that the sums may run through all agents.
CREATE TEMP TABLE load_changes AS
WITH changes AS (
    SELECT agent, unnest([started_ms, ended_ms]) AS ms, unnest([1, -1]) AS assigned, 0 AS engaged, 0 AS pending
    FROM stints
    WHERE started_ms < ended_ms

    UNION ALL

    SELECT owner_before::agent, unnest([sent_ms - gap_ms, sent_ms]), 0, unnest([1, -1]), 0
    FROM steps
    WHERE is_engaged AND gap_ms > 0

    UNION ALL

    SELECT t.owner::agent, unnest([t.started_ms, coalesce(t.answered_ms, c.until_ms)]), 0, 0, unnest([1, -1])
    FROM turns t
    JOIN conversations c ON c.conversation = t.conversation
    WHERE t.owner <> '' AND t.started_ms < coalesce(t.answered_ms, c.until_ms)
)
SELECT agent, ms, sum(assigned) AS assigned, sum(engaged) AS engaged, sum(pending) AS pending
FROM changes
GROUP BY agent, ms;

CREATE TEMP TABLE carried AS
SELECT
    agent, from_ms, until_ms, assigned, engaged, pending,
    unnest(range(whole(from_ms, 900000), begun(until_ms, 900000))) AS slice
FROM (
    SELECT
        agent, ms AS from_ms, lead(ms) OVER () AS until_ms,
        sum(assigned) OVER sofar AS assigned, sum(engaged) OVER sofar AS engaged, sum(pending) OVER sofar AS pending
    FROM (FROM load_changes ORDER BY agent, ms)
    WINDOW sofar AS (ROWS UNBOUNDED PRECEDING)
)
WHERE assigned > 0 OR engaged > 0 OR pending > 0;

-- The team of a slice is that of the stint that began earliest of those that touch it: all begun before it had ended earlier.
CREATE TEMP TABLE slice_teams AS
SELECT
    agent, team,
    unnest(range(
        greatest(whole(started_ms, 900000), whole(others_until_ms, 900000) + 1), whole(ended_ms, 900000) + 1)) AS slice
FROM (
    SELECT
        *, CASE WHEN lag(agent) OVER () = agent THEN lag(until_ms) OVER () % 35184372088832 ELSE 0 END AS others_until_ms
    FROM (
        SELECT *, max(enum_code(agent)::BIGINT * 35184372088832 + ended_ms) OVER (ROWS UNBOUNDED PRECEDING) AS until_ms
        FROM (
            SELECT s.agent, s.started_ms, s.ended_ms, c.team
            FROM stints s
            JOIN conversations c ON c.conversation = s.conversation
            WHERE c.team IS NOT NULL
            ORDER BY s.agent, s.started_ms, c.team
        )
    )
);

-- What an agent wrote, and the attention for it: in the slice of the message, and what began in the slice before.
CREATE TEMP TABLE written AS
SELECT agent, slice, sum(messages) AS messages, sum(handle_ms)::BIGINT AS handle_ms
FROM (
    SELECT
        agent, whole(sent_ms, 900000) AS slice, 1 AS messages,
        sent_ms - greatest(from_ms, whole(sent_ms, 900000) * 900000) AS handle_ms
    FROM handled

    UNION ALL

    SELECT agent, whole(sent_ms, 900000) - 1, 0, whole(sent_ms, 900000) * 900000 - from_ms
    FROM handled
    WHERE from_ms < whole(sent_ms, 900000) * 900000
)
GROUP BY agent, slice;

COPY (
    SELECT
        agent::VARCHAR AS agent_id, instant(slice * 900000) AS slice_at, t.team::VARCHAR AS team,
        coalesce(w.messages, 0)::INTEGER AS messages,
        coalesce(l.assigned_ms, 0)::BIGINT AS assigned_ms, coalesce(l.engaged_ms, 0)::BIGINT AS engaged_ms,
        coalesce(l.pending_ms, 0)::BIGINT AS pending_ms, coalesce(l.engaged_union_ms, 0)::BIGINT AS engaged_union_ms,
        coalesce(w.handle_ms, 0)::BIGINT AS handle_ms, coalesce(l.peak_assigned, 0)::INTEGER AS peak_assigned,
        coalesce(l.peak_engaged, 0)::INTEGER AS peak_engaged,
        coalesce(l.at_1, 0)::BIGINT AS engaged_ms_at_1, coalesce(l.at_2, 0)::BIGINT AS engaged_ms_at_2,
        coalesce(l.at_3, 0)::BIGINT AS engaged_ms_at_3, coalesce(l.at_4, 0)::BIGINT AS engaged_ms_at_4,
        coalesce(l.at_5, 0)::BIGINT AS engaged_ms_at_5, coalesce(l.at_6, 0)::BIGINT AS engaged_ms_at_6,
        coalesce(l.at_7, 0)::BIGINT AS engaged_ms_at_7, coalesce(l.at_8plus, 0)::BIGINT AS engaged_ms_at_8plus
    FROM (
        SELECT
            agent, slice, sum(assigned * ms) AS assigned_ms, sum(engaged * ms) AS engaged_ms,
            sum(pending * ms) AS pending_ms, sum(ms) FILTER (engaged > 0) AS engaged_union_ms,
            max(assigned) AS peak_assigned, max(engaged) AS peak_engaged,
            sum(ms) FILTER (engaged = 1) AS at_1, sum(ms) FILTER (engaged = 2) AS at_2,
            sum(ms) FILTER (engaged = 3) AS at_3, sum(ms) FILTER (engaged = 4) AS at_4,
            sum(ms) FILTER (engaged = 5) AS at_5, sum(ms) FILTER (engaged = 6) AS at_6,
            sum(ms) FILTER (engaged = 7) AS at_7, sum(ms) FILTER (engaged > 7) AS at_8plus
        FROM (
            SELECT *, least(until_ms, (slice + 1) * 900000) - greatest(from_ms, slice * 900000) AS ms FROM carried)
        GROUP BY agent, slice
    ) l
    FULL JOIN written w USING (agent, slice)
    LEFT JOIN slice_teams t USING (agent, slice)
) TO '${out}/agent_load.parquet';

-- A queue's full hours: open conversations by what begins and ends between them, those who wait one by one.
CREATE TEMP TABLE open_hours AS
SELECT channel, team, open, unnest(range(from_hour, until_hour)) AS hour
FROM (
    SELECT
        channel, team, hour AS from_hour, lead(hour) OVER () AS until_hour,
        sum(change) OVER (ROWS UNBOUNDED PRECEDING) AS open
    FROM (
        SELECT channel, team, hour, sum(change) AS change
        FROM (
            SELECT
                channel, team, unnest([1, -1]) AS change,
                unnest([
                    begun(started_ms, 3600000),
                    begun(CASE WHEN is_open THEN until_ms + 1 ELSE ended_ms END, 3600000)]) AS hour
            FROM conversations
        )
        GROUP BY channel, team, hour
        ORDER BY channel, team, hour
    )
)
WHERE open > 0;

CREATE TEMP TABLE waiting_hours AS
SELECT channel, team, hour, count(*) AS awaiting, min(from_ms) AS since_ms
FROM (
    SELECT
        c.channel, c.team, t.started_ms AS from_ms,
        unnest(range(
            begun(t.started_ms, 3600000), begun(coalesce(t.answered_ms, c.until_ms + 1), 3600000))) AS hour
    FROM turns t
    JOIN conversations c ON c.conversation = t.conversation
    WHERE t.answered_ms IS NOT NULL OR c.is_open
)
GROUP BY channel, team, hour;

COPY (
    SELECT
        instant(o.hour * 3600000) AS hour_at, o.channel::VARCHAR AS channel, o.team::VARCHAR AS team,
        o.open::INTEGER AS open, coalesce(w.awaiting, 0)::INTEGER AS awaiting_agent,
        o.hour * 3600000 - w.since_ms AS oldest_wait_ms
    FROM open_hours o
    LEFT JOIN waiting_hours w ON w.channel = o.channel AND w.team IS NOT DISTINCT FROM o.team AND w.hour = o.hour
) TO '${out}/backlog.parquet';

-- Bin 0 holds 0; bin i holds what is at least 1.02^(i-1) and below 1.02^i.
CREATE TEMP TABLE bins AS
SELECT
    day, channel, team, mode, measure, CASE WHEN ms = 0 THEN 0 ELSE 1 + floor(ln(ms) / ln(1.02))::INTEGER END AS bin,
    count(*) AS n, sum(ms)::BIGINT AS sum_ms
FROM (
    SELECT
        channel, team, mode,
        unnest([started_ms, started_ms, first_response_ms, CASE WHEN outcome = 'resolved' THEN resolved_ms END])
            // 86400000 AS day,
        unnest(['handle', 'wait', 'response', 'resolution']) AS measure,
        unnest([handle_ms, wait_ms, response_ms, resolution_ms]) AS ms
    FROM conversations

    UNION ALL

    SELECT c.channel, c.team, c.mode, t.answered_ms // 86400000, 'reply', t.answered_ms - t.started_ms
    FROM turns t
    JOIN conversations c ON c.conversation = t.conversation
)
WHERE ms IS NOT NULL
GROUP BY ALL;

CREATE TEMP TABLE counts AS
SELECT
    started_ms // 86400000 AS day, channel, team, mode, count(*) AS started,
    count(*) FILTER (outcome = 'open') AS open, count(*) FILTER (outcome = 'outreach') AS outreach,
    count(*) FILTER (outcome = 'unanswered') AS unanswered,
    count(*) FILTER (since_previous_ms < 259200000) AS repeated, sum(messages)::BIGINT AS messages,
    sum(turns)::BIGINT AS turns, sum(turns - answered_turns)::BIGINT AS unanswered_turns
FROM conversations
GROUP BY ALL;

COPY (
    SELECT
        DATE '1970-01-01' + day::INTEGER AS report_date, channel::VARCHAR AS channel, team::VARCHAR AS team, mode,
        coalesce(any_value(started), 0) AS started,
        coalesce(sum(n) FILTER (measure = 'resolution'), 0)::BIGINT AS resolved,
        coalesce(any_value(open), 0) AS open, 0::BIGINT AS merged, coalesce(any_value(outreach), 0) AS outreach,
        coalesce(any_value(unanswered), 0) AS unanswered, 0::BIGINT AS abandoned_in_bot, 0::BIGINT AS bot_contained,
        0::BIGINT AS out_of_hours, 0::BIGINT AS reopened, coalesce(any_value(repeated), 0) AS repeated_within_3d,
        coalesce(any_value(messages), 0) AS messages, coalesce(any_value(turns), 0) AS customer_turns,
        coalesce(any_value(unanswered_turns), 0) AS unanswered_turns,
        coalesce(sum(n) FILTER (measure = 'response'), 0)::BIGINT AS first_response_n,
        coalesce(sum(sum_ms) FILTER (measure = 'response'), 0)::BIGINT AS first_response_sum_ms,
        by_bin(list(entry ORDER BY bin) FILTER (measure = 'response')) AS first_response_bins,
        first_response_n AS first_response_business_n,
        first_response_sum_ms AS first_response_business_sum_ms,
        first_response_bins AS first_response_business_bins,
        coalesce(sum(n) FILTER (measure = 'resolution'), 0)::BIGINT AS resolution_n,
        coalesce(sum(sum_ms) FILTER (measure = 'resolution'), 0)::BIGINT AS resolution_sum_ms,
        by_bin(list(entry ORDER BY bin) FILTER (measure = 'resolution')) AS resolution_bins,
        resolution_n AS resolution_business_n,
        resolution_sum_ms AS resolution_business_sum_ms,
        resolution_bins AS resolution_business_bins,
        coalesce(sum(n) FILTER (measure = 'reply'), 0)::BIGINT AS reply_n,
        coalesce(sum(sum_ms) FILTER (measure = 'reply'), 0)::BIGINT AS reply_sum_ms,
        by_bin(list(entry ORDER BY bin) FILTER (measure = 'reply')) AS reply_bins,
        reply_n AS reply_business_n,
        reply_sum_ms AS reply_business_sum_ms,
        reply_bins AS reply_business_bins,
        coalesce(sum(n) FILTER (measure = 'handle'), 0)::BIGINT AS handle_n,
        coalesce(sum(sum_ms) FILTER (measure = 'handle'), 0)::BIGINT AS handle_sum_ms,
        by_bin(list(entry ORDER BY bin) FILTER (measure = 'handle')) AS handle_bins,
        coalesce(sum(n) FILTER (measure = 'wait'), 0)::BIGINT AS customer_wait_n,
        coalesce(sum(sum_ms) FILTER (measure = 'wait'), 0)::BIGINT AS customer_wait_sum_ms,
        by_bin(list(entry ORDER BY bin) FILTER (measure = 'wait')) AS customer_wait_bins
    FROM (
        SELECT *, {'k': bin, 'v': n} AS entry FROM bins
        UNION ALL BY NAME
        FROM counts
    )
    GROUP BY day, channel, team, mode
) TO '${out}/daily_metrics.parquet';
