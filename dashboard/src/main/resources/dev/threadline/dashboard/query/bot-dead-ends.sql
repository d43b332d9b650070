-- One row per number of customer turns: the conversations with a bot that came to so many, and how they ended.
SELECT
    least(customer_turns, 8) AS turns,
    count(*) AS n,
    count(*) FILTER (outcome = 'bot_contained') AS contained,
    count(*) FILTER (outcome IN ('resolved', 'unanswered')) AS with_human,
    count(*) FILTER (outcome = 'abandoned_in_bot') AS abandoned,
    count(*) FILTER (outcome = 'abandoned_in_bot') / count(*) AS abandoned_share
FROM conversations
WHERE bot_messages > 0 AND customer_turns > 0 AND started_at >= :from AND started_at < :until
    AND {filters: channel team mode outcome carrier}
GROUP BY ALL
ORDER BY turns
