-- One row per channel and team: what started, was first answered and was resolved in the period.
-- The same as the tiles of the overview say, each counted at its own instant.
WITH asked AS (
    SELECT
        channel,
        nullif(team, '') AS team,
        outcome,
        started_at >= :from AND started_at < :until AS is_started,
        CASE WHEN first_response_at >= :from AND first_response_at < :until THEN first_response{clock}_ms END AS first_response_ms,
        CASE WHEN resolved_at >= :from AND resolved_at < :until THEN resolution{clock}_ms END AS resolution_ms,
        CASE WHEN is_started THEN handle{clock}_ms END AS handle_ms
    FROM conversations
    -- Nothing is answered or resolved before it starts.
    WHERE started_at < :until
        AND (started_at >= :from OR first_response_at >= :from OR resolved_at >= :from)
        AND {filters: channel team mode outcome carrier}
),
queues AS (
    SELECT
        channel,
        team,
        count(*) FILTER (is_started) AS n,
        count(first_response_ms) AS first_responses,
        quantile_cont(first_response_ms, [0.5, 0.9]) AS first_response_quantiles,
        count(resolution_ms) AS resolutions,
        quantile_cont(resolution_ms, 0.5) AS resolution_median_ms,
        count(handle_ms) AS handled,
        quantile_cont(handle_ms, 0.5) AS handle_median_ms,
        count(*) FILTER (is_started AND outcome = 'unanswered') AS unanswered
    FROM asked
    GROUP BY channel, team
)
SELECT
    channel,
    team,
    n,
    first_responses,
    first_response_quantiles[1] AS first_response_median_ms,
    first_response_quantiles[2] AS first_response_p90_ms,
    resolutions,
    resolution_median_ms,
    handled,
    handle_median_ms,
    unanswered,
    unanswered / nullif(n, 0) AS unanswered_share
FROM queues
WHERE n > 0 OR first_responses > 0 OR resolutions > 0
ORDER BY n DESC, channel, team
