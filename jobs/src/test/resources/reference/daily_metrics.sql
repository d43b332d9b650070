-- One row per report date, channel, team and mode with anything to report: counts, sums, and how many durations fall into
-- each bin. Everything counts on the day it happened, in the report zone.
CREATE OR REPLACE TABLE daily_metrics AS
WITH observed AS (
    -- By the day the conversation started.
    SELECT 'started' AS what, started_at AS happened_at, 1 AS value, channel, team, mode FROM conversations
    UNION ALL
    SELECT outcome, started_at, 1, channel, team, mode FROM conversations WHERE outcome <> 'resolved'
    UNION ALL
    SELECT 'reopened', started_at, 1, channel, team, mode FROM conversations WHERE reopens > 0
    UNION ALL
    SELECT 'repeated_within_3d', started_at, 1, channel, team, mode FROM conversations
    WHERE since_previous_ms < 3 * 24 * 3600 * 1000
    UNION ALL
    SELECT 'messages', started_at, messages, channel, team, mode FROM conversations
    UNION ALL
    SELECT 'customer_turns', started_at, customer_turns, channel, team, mode FROM conversations
    UNION ALL
    SELECT 'unanswered_turns', started_at, unanswered_turns, channel, team, mode FROM conversations
    UNION ALL
    SELECT 'handle', started_at, handle_ms, channel, team, mode FROM conversations
    UNION ALL
    SELECT 'customer_wait', started_at, customer_wait_ms, channel, team, mode FROM conversations

    -- By the day of the first response, of the end of the resolution, of the reply.
    UNION ALL
    SELECT 'first_response', first_response_at, first_response_ms, channel, team, mode FROM conversations
    UNION ALL
    SELECT 'resolution', resolved_at, resolution_ms, channel, team, mode FROM conversations
    UNION ALL
    SELECT 'reply', answered_at, reply_ms, channel, team, mode FROM turns
),
binned AS (
    SELECT
        *,
        report_day(happened_at) AS report_date,
        -- Bin 0 holds 0; bin i holds what is at least 1.02^(i-1) and below 1.02^i.
        CASE WHEN value = 0 THEN 0 ELSE 1 + floor(ln(value) / ln(1.02))::INTEGER END AS bin
    FROM observed
    WHERE value IS NOT NULL
)
SELECT
    report_date, channel, team, mode,
    count(*) FILTER (WHERE what = 'started') AS started,
    count(*) FILTER (WHERE what = 'resolution') AS resolved,
    count(*) FILTER (WHERE what = 'open') AS open,
    count(*) FILTER (WHERE what = 'merged') AS merged,
    count(*) FILTER (WHERE what = 'outreach') AS outreach,
    count(*) FILTER (WHERE what = 'unanswered') AS unanswered,
    count(*) FILTER (WHERE what = 'abandoned_in_bot') AS abandoned_in_bot,
    count(*) FILTER (WHERE what = 'bot_contained') AS bot_contained,
    count(*) FILTER (WHERE what = 'reopened') AS reopened,
    count(*) FILTER (WHERE what = 'repeated_within_3d') AS repeated_within_3d,
    coalesce(sum(value) FILTER (WHERE what = 'messages'), 0)::BIGINT AS messages,
    coalesce(sum(value) FILTER (WHERE what = 'customer_turns'), 0)::BIGINT AS customer_turns,
    coalesce(sum(value) FILTER (WHERE what = 'unanswered_turns'), 0)::BIGINT AS unanswered_turns,
    count(*) FILTER (WHERE what = 'first_response') AS first_response_n,
    coalesce(sum(value) FILTER (WHERE what = 'first_response'), 0)::BIGINT AS first_response_sum_ms,
    coalesce(histogram(bin) FILTER (WHERE what = 'first_response'), MAP {}) AS first_response_bins,
    count(*) FILTER (WHERE what = 'resolution') AS resolution_n,
    coalesce(sum(value) FILTER (WHERE what = 'resolution'), 0)::BIGINT AS resolution_sum_ms,
    coalesce(histogram(bin) FILTER (WHERE what = 'resolution'), MAP {}) AS resolution_bins,
    count(*) FILTER (WHERE what = 'reply') AS reply_n,
    coalesce(sum(value) FILTER (WHERE what = 'reply'), 0)::BIGINT AS reply_sum_ms,
    coalesce(histogram(bin) FILTER (WHERE what = 'reply'), MAP {}) AS reply_bins,
    count(*) FILTER (WHERE what = 'handle') AS handle_n,
    coalesce(sum(value) FILTER (WHERE what = 'handle'), 0)::BIGINT AS handle_sum_ms,
    coalesce(histogram(bin) FILTER (WHERE what = 'handle'), MAP {}) AS handle_bins,
    count(*) FILTER (WHERE what = 'customer_wait') AS customer_wait_n,
    coalesce(sum(value) FILTER (WHERE what = 'customer_wait'), 0)::BIGINT AS customer_wait_sum_ms,
    coalesce(histogram(bin) FILTER (WHERE what = 'customer_wait'), MAP {}) AS customer_wait_bins
FROM binned
GROUP BY ALL;
