-- One row per channel and team: the conversations with a bot that started in the period.
SELECT
    channel,
    team,
    count(*) AS n,
    count(*) FILTER (outcome = 'bot_contained') / count(*) AS contained_share,
    count(*) FILTER (outcome IN ('resolved', 'unanswered')) / count(*) AS with_human_share,
    count(*) FILTER (outcome = 'abandoned_in_bot') / count(*) AS abandoned_share,
    count(first_response_from_handoff{clock}_ms) AS handoffs,
    quantile_cont(first_response_from_handoff{clock}_ms, 0.5) AS handoff_median_ms
FROM conversations
WHERE bot_messages > 0 AND started_at >= :from AND started_at < :until
    AND {filters: channel team mode outcome carrier}
GROUP BY channel, team
ORDER BY abandoned_share DESC, n DESC, channel, team
