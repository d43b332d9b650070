-- One row per band: the customers who wait at the hour asked for, by how long they have waited.
{use: waiting-at-hour}
bands (from_ms, until_ms) AS (
    VALUES (0::BIGINT, 900_000::BIGINT), (900_000, 3_600_000), (3_600_000, 14_400_000), (14_400_000, 86_400_000),
        (86_400_000, 259_200_000), (259_200_000, NULL)
),
counted AS (
    SELECT from_ms, count(*) AS n
    FROM (SELECT epoch_ms((SELECT hour_at FROM instant)) - epoch_ms(waiting_since) AS ms FROM waiting)
    JOIN bands ON ms >= from_ms AND (ms < until_ms OR until_ms IS NULL)
    GROUP BY from_ms
)
SELECT from_ms, until_ms, coalesce(n, 0) AS n, coalesce(n, 0) / nullif(sum(n) OVER (), 0) AS share
FROM bands LEFT JOIN counted USING (from_ms)
ORDER BY from_ms
