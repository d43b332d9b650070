-- One row per tenth: the conversations that started in the period by the share of their switches of speaker that were quick.
WITH tenths (tenth) AS (FROM range(10)),
counted AS (
    SELECT least(floor(sync_share * 10), 9)::BIGINT AS tenth, count(*) AS n
    FROM conversations
    WHERE sync_share IS NOT NULL AND started_at >= :from AND started_at < :until
        AND {filters: channel team mode outcome carrier}
    GROUP BY ALL
)
SELECT
    tenth / 10 AS from_share,
    (tenth + 1) / 10 AS until_share,
    coalesce(n, 0) AS n,
    coalesce(n, 0) / nullif(sum(n) OVER (), 0) AS share
FROM tenths LEFT JOIN counted USING (tenth)
ORDER BY tenth
