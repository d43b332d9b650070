-- Whom there is to choose from: one row per agent, at most five hundred, who wrote most.
SELECT agent_id
FROM agent_load
GROUP BY agent_id
ORDER BY sum(messages) DESC, agent_id
LIMIT 500
