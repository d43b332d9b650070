-- What must hold of the tables of a build before they are published: one row per law, with the number of violations.
SELECT 'every activity is in a conversation' AS law,
       count(*) AS violations
FROM conversation_messages
WHERE conversation_id IS NULL AND kind = 'message' AND sender_role IN ('customer', 'agent')

UNION ALL
SELECT 'every record read is placed exactly once',
       abs((SELECT count(*) FROM read_messages) - (SELECT count(*) FROM conversation_messages))

UNION ALL
SELECT 'every conversation has one row',
       (SELECT count(DISTINCT conversation_id) FROM conversation_messages) - count(*)
FROM conversations

UNION ALL
SELECT 'no two conversations of a thread overlap',
       count(*)
FROM (SELECT started_at, initiated_by,
             lag(ended_at) OVER (PARTITION BY source, thread_id ORDER BY ended_at, started_at) AS previous_ended_at
      FROM conversations)
WHERE previous_ended_at > started_at AND initiated_by <> 'campaign'

UNION ALL
SELECT 'the three waits add up',
       count(*)
FROM conversations
WHERE customer_wait_ms <> wait_queue_ms + wait_agent_ms + wait_bot_ms
   OR customer_wait_business_ms <> wait_queue_business_ms + wait_agent_business_ms + wait_bot_business_ms

UNION ALL
SELECT 'business time never exceeds wall time',
       count(*)
FROM conversations
WHERE first_response_business_ms > first_response_ms
   OR customer_wait_business_ms > customer_wait_ms
   OR resolution_business_ms > resolution_ms
   OR handle_business_ms > handle_ms
   OR assigned_business_ms > assigned_ms

UNION ALL
SELECT 'handle time of an agent never exceeds the time that passed',
       count(*)
FROM agent_load
WHERE handle_ms > 15 * 60 * 1000 OR engaged_union_ms > 15 * 60 * 1000

UNION ALL
SELECT 'handle time by slice adds up to handle time by conversation',
       abs((SELECT coalesce(sum(handle_ms), 0) FROM agent_load) - (SELECT coalesce(sum(handle_ms), 0) FROM conversations))

UNION ALL
SELECT 'ownership by slice adds up to the stints',
       abs((SELECT coalesce(sum(assigned_ms), 0) FROM agent_load) - (SELECT coalesce(sum(assigned_ms), 0) FROM stints))

UNION ALL
SELECT 'engaged time by slice adds up to the stints',
       abs((SELECT coalesce(sum(engaged_ms), 0) FROM agent_load) - (SELECT coalesce(sum(engaged_ms), 0) FROM stints))

UNION ALL
SELECT 'engaged time by depth adds up to its union',
       count(*)
FROM agent_load
WHERE engaged_union_ms <> engaged_ms_at_1 + engaged_ms_at_2 + engaged_ms_at_3 + engaged_ms_at_4
                        + engaged_ms_at_5 + engaged_ms_at_6 + engaged_ms_at_7 + engaged_ms_at_8plus

UNION ALL
SELECT 'human messages by slice are those of the conversations',
       abs((SELECT coalesce(sum(messages), 0) FROM agent_load) - (SELECT coalesce(sum(agent_messages), 0) FROM conversations))

UNION ALL
SELECT 'turns are those that the conversations count',
       abs((SELECT count(*) FROM turns) - (SELECT coalesce(sum(customer_turns), 0) FROM conversations))

UNION ALL
SELECT 'days add up to the conversations',
       abs((SELECT coalesce(sum(started), 0) FROM daily_metrics) - (SELECT count(*) FROM conversations))
     + abs((SELECT coalesce(sum(resolved), 0) FROM daily_metrics) - (SELECT count(resolved_at) FROM conversations))
     + abs((SELECT coalesce(sum(resolution_sum_ms), 0) FROM daily_metrics)
           - (SELECT coalesce(sum(resolution_ms), 0) FROM conversations))
