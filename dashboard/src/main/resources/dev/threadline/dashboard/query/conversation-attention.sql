-- One row per public message of a human in a conversation: the attention that it is credited with, and from when. It
-- begins at the latest of the agent's previous message anywhere, the first message of the turn it answers, the assignment
-- that began the stint, and the cap before the message.
WITH cap AS (SELECT coalesce(:configuration ->> 'attention-cap', '5m')::INTERVAL AS attention_cap),
own AS MATERIALIZED (
    SELECT place, sent_at, sender_id AS agent_id, event, kind = 'message' AND sender_role = 'agent' AS counts
    FROM conversation_messages
    WHERE conversation_id = :conversation_id AND thread_id = :thread_id
),
-- What the same agents wrote meanwhile, wherever: an earlier message than the cap before the first cannot matter.
written AS (
    SELECT
        conversation_id,
        place,
        lag(sent_at) OVER of_agent AS previous_at,
        lag(conversation_id) OVER of_agent AS previous_conversation_id
    FROM conversation_messages
    WHERE kind = 'message' AND sender_role = 'agent'
        AND sender_id IN (SELECT agent_id FROM own WHERE counts)
        AND sent_at >= :started_at::TIMESTAMPTZ - (SELECT attention_cap FROM cap)
        AND sent_at <= :ended_at::TIMESTAMPTZ
    WINDOW of_agent AS (PARTITION BY sender_id ORDER BY sent_at, source, thread_id, place)
),
-- A stint that was assigned before the conversation began is cut to it; its assignment is not.
assigned AS (
    SELECT
        agent_id,
        started_at,
        ended_at,
        CASE
            WHEN start_reason <> 'assigned' THEN NULL
            WHEN started_at > :started_at::TIMESTAMPTZ THEN started_at
            ELSE (SELECT max(sent_at) FROM own WHERE event = 'assigned' AND sent_at <= :started_at::TIMESTAMPTZ)
        END AS assigned_at
    FROM stints
    WHERE conversation_id = :conversation_id AND thread_id = :thread_id
),
answers AS (
    SELECT answered_at AS sent_at, answered_by AS agent_id, min(started_at) AS asked_at
    FROM turns
    WHERE conversation_id = :conversation_id AND thread_id = :thread_id AND answered_by_kind = 'agent'
    GROUP BY ALL
),
limits AS (
    SELECT
        place,
        own.agent_id,
        own.sent_at,
        own.sent_at - attention_cap AS capped_at,
        previous_at,
        previous_conversation_id,
        -- Of several messages of one instant the first answers.
        CASE WHEN place = min(place) OVER (PARTITION BY own.agent_id, own.sent_at) THEN asked_at END AS asked_at,
        (
            SELECT arg_max_null(assigned_at, started_at)
            FROM assigned
            WHERE assigned.agent_id = own.agent_id AND assigned.started_at <= own.sent_at
        ) AS assigned_at
    FROM own
    CROSS JOIN cap
    JOIN written USING (place)
    LEFT JOIN answers ON answers.agent_id = own.agent_id AND answers.sent_at = own.sent_at
    WHERE counts AND written.conversation_id = :conversation_id
)
SELECT
    place,
    agent_id,
    least(sent_at, greatest(capped_at, previous_at, asked_at, assigned_at)) AS from_at,
    sent_at,
    epoch_ms(sent_at) - epoch_ms(from_at) AS credited_ms,
    CASE from_at
        WHEN previous_at THEN 'previous'
        WHEN asked_at THEN 'asked'
        WHEN assigned_at THEN 'assigned'
        ELSE 'cap'
    END AS begins_with,
    previous_at IS NOT NULL AND previous_conversation_id IS DISTINCT FROM :conversation_id AS previous_elsewhere
FROM limits
ORDER BY place
