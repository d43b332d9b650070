-- The replies that agents gave in the period, each with who wrote it. An agent who reads sees their own: the conversations
-- that they carried have replies of others too.
SELECT answered_by AS agent_id, answered_at, channel, team, mode, turn, human_reply{clock}_ms AS ms
FROM turns
WHERE answered_at >= :from AND answered_at < :until AND answered_by_kind = 'agent'
    AND coalesce(answered_by = getvariable('agent_id'), true)
