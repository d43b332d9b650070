-- One row per outcome: the conversations that started in the period and ended so.
SELECT outcome, count(*) AS n, count(*) / sum(count(*)) OVER () AS share
FROM conversations
WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
GROUP BY outcome
ORDER BY n DESC, outcome
