-- One row per channel: the conversations that started in the period by rhythm; those without a switch of speaker have none.
SELECT
    channel,
    count(mode) AS n,
    count(*) FILTER (mode = 'sync') / nullif(count(mode), 0) AS sync_share,
    count(*) FILTER (mode = 'mixed') / nullif(count(mode), 0) AS mixed_share,
    count(*) FILTER (mode = 'async') / nullif(count(mode), 0) AS async_share,
    count(*) FILTER (mode IS NULL) AS without_rhythm
FROM conversations
WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode outcome carrier}
GROUP BY channel
ORDER BY n DESC, channel
