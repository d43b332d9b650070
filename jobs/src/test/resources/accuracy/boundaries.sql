-- Boundaries between two messages of a customer or a human in a row, by the channel of the later one.
SELECT
    coalesce(channel, 'all') AS "channel",
    count(*) FILTER (WHERE is_true) AS "true",
    count(*) FILTER (WHERE is_found) AS "found",
    share(count(*) FILTER (WHERE is_true AND is_found), count(*) FILTER (WHERE is_found)) AS "precision",
    share(count(*) FILTER (WHERE is_true AND is_found), count(*) FILTER (WHERE is_true)) AS "recall"
FROM (
    SELECT channel, true_id <> previous_true_id AS is_true, found_id <> previous_found_id AS is_found
    FROM activities
    WHERE previous_place IS NOT NULL)
GROUP BY ROLLUP (channel)
ORDER BY grouping(channel), 1;
