-- The threads in which a customer who is to be forgotten wrote or was written to. A thread is one customer's own.
SELECT messages.source, messages.thread_id, customers.customer_id, theirs.messages
FROM (SELECT DISTINCT source, thread_id, customer_id FROM messages) messages
JOIN customers ON customers.customer_id = messages.customer_id
JOIN (SELECT source, thread_id, count(*) AS messages FROM messages GROUP BY source, thread_id) theirs
  ON theirs.source = messages.source AND theirs.thread_id = messages.thread_id
