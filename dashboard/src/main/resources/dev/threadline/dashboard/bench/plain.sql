-- What a plain messaging export has: who wrote when to whom. No text, no events, no bots.
SELECT thread_id, message_id, sent_at, sender_role, sender_id, channel, team, customer_id, sequence, revised_at
FROM raw
WHERE sender_role IN ('customer', 'agent') AND coalesce(kind, 'message') = 'message'
