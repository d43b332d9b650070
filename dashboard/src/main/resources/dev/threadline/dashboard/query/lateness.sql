-- One row per band: how long after they were sent the records of the newest run that took any in arrived.
WITH bands (from_ms, until_ms) AS (
    VALUES (0::BIGINT, 60_000::BIGINT), (60_000, 300_000), (300_000, 3_600_000), (3_600_000, 86_400_000),
        (86_400_000, 604_800_000), (604_800_000, NULL)
),
runs AS (
    SELECT
        run_id,
        CASE
            WHEN late_us < 60_000_000 THEN 0
            WHEN late_us < 300_000_000 THEN 60_000
            WHEN late_us < 3_600_000_000 THEN 300_000
            WHEN late_us < 86_400_000_000 THEN 3_600_000
            WHEN late_us < 604_800_000_000 THEN 86_400_000
            ELSE 604_800_000
        END AS from_ms,
        count(*) AS n,
        max(ingested_at) AS ingested_at
    FROM (SELECT run_id, ingested_at, epoch_us(ingested_at) - epoch_us(sent_at) AS late_us FROM messages)
    GROUP BY ALL
),
newest AS (SELECT from_ms, n, run_id FROM runs WHERE run_id = (SELECT max_by(run_id, ingested_at) FROM runs))
SELECT
    from_ms,
    until_ms,
    coalesce(n, 0) AS n,
    coalesce(n, 0) / nullif(sum(n) OVER (), 0) AS share
FROM bands LEFT JOIN newest USING (from_ms)
ORDER BY from_ms
