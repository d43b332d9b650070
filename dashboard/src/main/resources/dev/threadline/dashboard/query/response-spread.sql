-- One row per band: the first responses of the period by how long they took.
WITH bands (from_ms, until_ms) AS (
    VALUES (0::BIGINT, 60_000::BIGINT), (60_000, 120_000), (120_000, 300_000), (300_000, 900_000), (900_000, 1_800_000),
        (1_800_000, 3_600_000), (3_600_000, 14_400_000), (14_400_000, 28_800_000), (28_800_000, 86_400_000),
        (86_400_000, NULL)
),
counted AS (
    SELECT
        CASE
            WHEN ms < 60_000 THEN 0
            WHEN ms < 120_000 THEN 60_000
            WHEN ms < 300_000 THEN 120_000
            WHEN ms < 900_000 THEN 300_000
            WHEN ms < 1_800_000 THEN 900_000
            WHEN ms < 3_600_000 THEN 1_800_000
            WHEN ms < 14_400_000 THEN 3_600_000
            WHEN ms < 28_800_000 THEN 14_400_000
            WHEN ms < 86_400_000 THEN 28_800_000
            ELSE 86_400_000
        END AS from_ms,
        count(*) AS n
    FROM (
        SELECT first_response{clock}_ms AS ms
        FROM conversations
        WHERE first_response_at >= :from AND first_response_at < :until AND {filters: channel team mode outcome carrier}
    )
    WHERE ms IS NOT NULL
    GROUP BY ALL
)
SELECT
    from_ms,
    until_ms,
    coalesce(n, 0) AS n,
    coalesce(n, 0) / nullif(sum(n) OVER (), 0) AS share,
    coalesce(sum(n) OVER (ORDER BY from_ms), 0)::BIGINT / nullif(sum(n) OVER (), 0) AS share_until
FROM bands LEFT JOIN counted USING (from_ms)
ORDER BY from_ms
