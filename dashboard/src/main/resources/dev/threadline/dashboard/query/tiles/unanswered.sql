-- The conversations that started in the period and ended with a question that nobody answered.
SELECT 'unanswered' AS metric, count(*) AS n, count(*) FILTER (outcome = 'unanswered') AS count, count / nullif(n, 0) AS share
FROM conversations
WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
