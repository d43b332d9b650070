-- One row per channel and team: the first responses due to the conversations that started in the period.
WITH asked AS (
    -- Due is what was answered, and what is overdue: an answer that can still come in time is not counted yet.
    SELECT
        channel,
        team,
        first_response{clock}_ms AS ms,
        CASE
            WHEN first_response{clock}_ms IS NOT NULL THEN first_response{clock}_ms <= :target_ms
            WHEN outcome = 'unanswered' AND started_at + to_milliseconds(:target_ms) <= :as_of THEN false
            WHEN outcome = 'open' AND unanswered_turns > 0 AND customer_wait{clock}_ms > :target_ms THEN false
        END AS met
    FROM conversations
    WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
)
SELECT
    channel,
    team,
    count(met) AS n,
    count(*) FILTER (met) AS met,
    count(*) FILTER (NOT met) AS missed,
    count(*) FILTER (NOT met AND ms IS NULL) AS unanswered,
    count(*) FILTER (met) / nullif(count(met), 0) AS share,
    quantile_cont(ms, 0.5) AS median_ms,
    quantile_cont(ms, 0.9) AS p90_ms
FROM asked
GROUP BY channel, team
HAVING count(met) > 0
ORDER BY share, n DESC, channel, team
