-- The conversations that were resolved in the period, and how long that took.
WITH resolved AS MATERIALIZED ({use: duration-tile metric=resolution measure=resolution at=resolved_at})
SELECT 'resolved' AS metric, n FROM resolved
UNION ALL BY NAME
FROM resolved
