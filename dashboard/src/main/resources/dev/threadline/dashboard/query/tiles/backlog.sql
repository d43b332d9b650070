-- The conversations open at the hour asked for, the newest where none is, and the longest wait among them.
WITH instant AS (
    SELECT date_trunc('hour', least(coalesce(:at::TIMESTAMPTZ, :as_of::TIMESTAMPTZ), :as_of::TIMESTAMPTZ)) AS hour_at
),
counted AS MATERIALIZED (
    SELECT
        coalesce(sum(open), 0)::BIGINT AS open,
        coalesce(sum(awaiting_agent), 0)::BIGINT AS awaiting_agent,
        max(oldest_wait_ms) AS oldest_wait_ms
    FROM backlog JOIN instant USING (hour_at)
    WHERE {filters: channel team}
)
SELECT 'backlog' AS metric, open AS n FROM counted
UNION ALL BY NAME
SELECT 'awaiting_agent' AS metric, open AS n, awaiting_agent AS count, awaiting_agent / nullif(open, 0) AS share FROM counted
UNION ALL BY NAME
SELECT 'oldest_wait' AS metric, awaiting_agent AS n, oldest_wait_ms AS longest_ms FROM counted
