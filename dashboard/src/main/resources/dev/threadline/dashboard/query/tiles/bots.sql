-- The conversations with a bot that started in the period, by who saw them through.
WITH counted AS MATERIALIZED (
    SELECT
        count(*) AS started,
        count(*) FILTER (bot_messages > 0) AS n,
        count(*) FILTER (bot_messages > 0 AND outcome = 'bot_contained') AS contained,
        count(*) FILTER (bot_messages > 0 AND outcome IN ('resolved', 'unanswered')) AS with_human,
        count(*) FILTER (bot_messages > 0 AND outcome = 'abandoned_in_bot') AS abandoned
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
)
SELECT 'with_bot' AS metric, started AS n, n AS count, n / nullif(started, 0) AS share FROM counted
UNION ALL BY NAME
SELECT 'bot_contained' AS metric, n, contained AS count, contained / nullif(n, 0) AS share FROM counted
UNION ALL BY NAME
SELECT 'bot_with_human' AS metric, n, with_human AS count, with_human / nullif(n, 0) AS share FROM counted
UNION ALL BY NAME
SELECT 'abandoned_in_bot' AS metric, n, abandoned AS count, abandoned / nullif(n, 0) AS share FROM counted
