-- Of these boundaries the ones that the timer alone decides: no opening and no close lies between the two messages.
SELECT
    coalesce(channel, 'all') AS "channel",
    count(*) FILTER (WHERE is_true) AS "true",
    count(*) FILTER (WHERE is_found) AS "found",
    share(count(*) FILTER (WHERE is_true AND is_found), count(*) FILTER (WHERE is_found)) AS "precision",
    share(count(*) FILTER (WHERE is_true AND is_found), count(*) FILTER (WHERE is_true)) AS "recall"
FROM (
    SELECT channel, true_id <> previous_true_id AS is_true, found_id <> previous_found_id AS is_found
    FROM activities a
    WHERE previous_place IS NOT NULL AND NOT EXISTS (
        FROM conversation_messages e
        WHERE e.thread_id = a.thread_id AND e.place > a.previous_place AND e.place < a.place
          AND e.event IN ('opened', 'closed', 'merged')))
GROUP BY ROLLUP (channel)
ORDER BY grouping(channel), 1;
