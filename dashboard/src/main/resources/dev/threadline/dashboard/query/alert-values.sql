-- One row per metric that alerts can watch, over a window of time or at the full hour before its end.
WITH first AS (SELECT min(started_at) AS first_at FROM conversations),
started AS (
    SELECT outcome, bot_messages, customer_wait{clock}_ms AS wait_ms, handle{clock}_ms AS handle_ms
    FROM conversations
    WHERE started_at >= :since AND started_at < :before AND {filters: channel team mode outcome carrier}
),
responded AS (
    SELECT first_response{clock}_ms AS ms
    FROM conversations
    WHERE first_response_at >= :since AND first_response_at < :before AND {filters: channel team mode outcome carrier}
),
resolved AS (
    SELECT resolution{clock}_ms AS ms
    FROM conversations
    WHERE resolved_at >= :since AND resolved_at < :before AND {filters: channel team mode outcome carrier}
),
replied AS (
    SELECT reply{clock}_ms AS ms
    FROM turns
    WHERE answered_at >= :since AND answered_at < :before AND {filters: channel team mode carrier}
),
open_now AS (
    SELECT
        coalesce(sum(open), 0) AS n,
        coalesce(sum(awaiting_agent), 0) AS awaiting,
        coalesce(max(oldest_wait_ms), 0) AS oldest_ms
    FROM backlog
    WHERE hour_at = date_trunc('hour', :before::TIMESTAMPTZ) AND {filters: channel team}
),
loaded AS (
    SELECT count(*) AS n, sum(engaged_ms) / nullif(sum(engaged_union_ms), 0) AS mean
    FROM agent_load
    WHERE slice_at >= :since AND slice_at < :before AND {filters: team agent}
),
measured (metric, n, value) AS (
    SELECT 'started', count(*), count(*)::DOUBLE FROM started
    UNION ALL SELECT 'unanswered', count(*), count(*) FILTER (outcome = 'unanswered') FROM started
    UNION ALL SELECT 'unanswered-share', count(*), avg((outcome = 'unanswered')::INTEGER) FROM started
    UNION ALL SELECT 'abandoned-in-bot-share', count(*), avg((outcome = 'abandoned_in_bot')::INTEGER) FROM started
        WHERE bot_messages > 0
    UNION ALL SELECT 'customer-wait-median', count(wait_ms), quantile_cont(wait_ms, 0.5) FROM started
    UNION ALL SELECT 'customer-wait-p90', count(wait_ms), quantile_cont(wait_ms, 0.9) FROM started
    UNION ALL SELECT 'handle-median', count(handle_ms), quantile_cont(handle_ms, 0.5) FROM started
    UNION ALL SELECT 'first-response-median', count(ms), quantile_cont(ms, 0.5) FROM responded
    UNION ALL SELECT 'first-response-p90', count(ms), quantile_cont(ms, 0.9) FROM responded
    UNION ALL SELECT 'reply-median', count(ms), quantile_cont(ms, 0.5) FROM replied
    UNION ALL SELECT 'reply-p90', count(ms), quantile_cont(ms, 0.9) FROM replied
    UNION ALL SELECT 'resolved', count(ms), count(ms) FROM resolved
    UNION ALL SELECT 'resolution-median', count(ms), quantile_cont(ms, 0.5) FROM resolved
    UNION ALL SELECT 'resolution-p90', count(ms), quantile_cont(ms, 0.9) FROM resolved
    UNION ALL SELECT 'backlog', n, n FROM open_now
    UNION ALL SELECT 'backlog-awaiting', n, awaiting FROM open_now
    UNION ALL SELECT 'backlog-oldest-wait', n, oldest_ms FROM open_now
    UNION ALL SELECT 'concurrency', n, mean FROM loaded
)
SELECT metric, n::BIGINT AS n, value, coalesce(first_at <= :since, false) AS known
FROM measured, first
