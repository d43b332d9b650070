-- Pairs of threads of which the order of names decides something: an agent's messages of one instant, of which the first is
-- credited the time before it, and a customer's threads with a message at one instant, which may both begin then.
WITH
-- The instants of the threads that are given other names.
touched AS (
    SELECT DISTINCT source, sent_at FROM messages LEFT SEMI JOIN forgotten USING (source, thread_id)
),
together AS (
    SELECT source, sent_at, thread_id, customer_id,
           CASE WHEN sender_role = 'agent' AND kind = 'message' THEN sender_id END AS agent_id
    FROM messages LEFT SEMI JOIN touched USING (source, sent_at)
),
of_agents AS (
    SELECT source, min(thread_id) OVER (PARTITION BY source, sent_at, agent_id) AS first_thread, thread_id
    FROM together
    WHERE agent_id IS NOT NULL
),
of_customers AS (
    SELECT source,
           lag(thread_id) OVER (PARTITION BY source, sent_at, customer_id ORDER BY thread_id) AS first_thread,
           thread_id
    FROM (SELECT DISTINCT source, sent_at, customer_id, thread_id FROM together)
)
SELECT source, first_thread, thread_id
FROM (SELECT * FROM of_agents UNION SELECT * FROM of_customers) pairs
WHERE first_thread <> thread_id
  AND (EXISTS (SELECT 1 FROM forgotten f WHERE f.source = pairs.source AND f.thread_id = pairs.thread_id)
    OR EXISTS (SELECT 1 FROM forgotten f WHERE f.source = pairs.source AND f.thread_id = pairs.first_thread))
