-- What must hold of the tables of a build before they are published: one row per law, with two sums that must be the same.
-- Each table is summed up once; the laws then compare the sums.
WITH
read AS (
  SELECT records FROM read_messages
),
placed AS (
  SELECT count(*)                                                                 AS records,
         count_if(kind = 'message' AND conversation_id IS NOT NULL)               AS messages_in_conversations,
         count_if(kind = 'message' AND sender_role IN ('customer', 'agent')
                  AND conversation_id IS NULL)                                    AS lost_activities
  FROM conversation_messages
),
threads AS (
  SELECT count(*)                                                   AS conversations,
         count_if(id = previous_id)                                 AS doubled,
         count_if(previous_ended_at > started_at AND NOT campaign)  AS overlaps
  FROM (SELECT id, started_at, campaign,
               lag(ended_at) OVER in_order AS previous_ended_at,
               lag(id) OVER in_order       AS previous_id
        -- Hashes of 64 bits sort faster than names do, and are told apart as well.
        FROM (SELECT xxhash64(source, thread_id) AS thread, xxhash64(conversation_id) AS id, started_at, ended_at,
                     initiated_by = 'campaign' AS campaign
              FROM conversations)
        WINDOW in_order AS (PARTITION BY thread ORDER BY ended_at, started_at))
),
held AS (
  SELECT coalesce(sum(messages), 0)       AS messages,
         coalesce(sum(agent_messages), 0) AS agent_messages,
         coalesce(sum(customer_turns), 0) AS turns,
         coalesce(sum(handle_ms), 0)      AS handle_ms,
         coalesce(sum(resolution_ms), 0)  AS resolution_ms,
         count(resolved_at)               AS resolved,
         count_if(customer_wait_ms <> wait_queue_ms + wait_agent_ms + wait_bot_ms
               OR customer_wait_business_ms
                  <> wait_queue_business_ms + wait_agent_business_ms + wait_bot_business_ms) AS odd_waits,
         count_if(first_response_business_ms > first_response_ms
               OR customer_wait_business_ms > customer_wait_ms
               OR resolution_business_ms > resolution_ms
               OR handle_business_ms > handle_ms
               OR assigned_business_ms > assigned_ms)                             AS more_business_than_wall
  FROM conversations
),
turned AS (
  SELECT count(*) AS turns FROM turns
),
owned AS (
  SELECT coalesce(sum(assigned_ms), 0) AS assigned_ms, coalesce(sum(engaged_ms), 0) AS engaged_ms FROM stints
),
sliced AS (
  SELECT coalesce(sum(handle_ms), 0)   AS handle_ms,
         coalesce(sum(assigned_ms), 0) AS assigned_ms,
         coalesce(sum(engaged_ms), 0)  AS engaged_ms,
         coalesce(sum(messages), 0)    AS messages,
         count_if(handle_ms > 15 * 60 * 1000 OR engaged_union_ms > 15 * 60 * 1000) AS overfull,
         count_if(engaged_union_ms
                  <> engaged_ms_at_1 + engaged_ms_at_2 + engaged_ms_at_3 + engaged_ms_at_4
                   + engaged_ms_at_5 + engaged_ms_at_6 + engaged_ms_at_7 + engaged_ms_at_8plus) AS odd_depths
  FROM agent_load
),
daily AS (
  SELECT coalesce(sum(started), 0)           AS started,
         coalesce(sum(resolved), 0)          AS resolved,
         coalesce(sum(resolution_sum_ms), 0) AS resolution_ms
  FROM daily_metrics
)
SELECT stack(
  17,
  'every activity is in a conversation', 0L, placed.lost_activities,
  'every record read is placed exactly once', read.records, placed.records,
  'every message in a conversation is counted there', placed.messages_in_conversations, held.messages,
  'every conversation has one row', 0L, threads.doubled,
  'no two conversations of a thread overlap', 0L, threads.overlaps,
  'the three waits add up', 0L, held.odd_waits,
  'business time never exceeds wall time', 0L, held.more_business_than_wall,
  'handle time of an agent never exceeds the time that passed', 0L, sliced.overfull,
  'handle time by slice adds up to handle time by conversation', sliced.handle_ms, held.handle_ms,
  'ownership by slice adds up to the stints', sliced.assigned_ms, owned.assigned_ms,
  'engaged time by slice adds up to the stints', sliced.engaged_ms, owned.engaged_ms,
  'engaged time by depth adds up to its union', 0L, sliced.odd_depths,
  'human messages by slice are those of the conversations', sliced.messages, held.agent_messages,
  'turns are those that the conversations count', turned.turns, held.turns,
  'days add up to the conversations', daily.started, threads.conversations,
  'resolutions by day add up to the conversations', daily.resolved, held.resolved,
  'resolution time by day adds up to that of the conversations', daily.resolution_ms, held.resolution_ms
) AS (law, expected, found)
FROM read CROSS JOIN placed CROSS JOIN threads CROSS JOIN held
     CROSS JOIN turned CROSS JOIN owned CROSS JOIN sliced CROSS JOIN daily
