-- Records that already have Threadline's own columns. All but thread_id, message_id, sent_at and sender_role may be missing.
SELECT
  source,
  thread_id,
  message_id,
  sent_at,
  sender_role,
  sender_id,
  kind,
  event,
  assignee_id,
  channel,
  team,
  customer_id,
  text,
  sequence,
  revised_at
FROM raw
