-- One row per conversation with a duration, in the order of the quarters of an hour in which an instant of theirs lies.
SELECT epoch_us({at}) // 900000000 AS quarter, cell, {measure}{clock}_ms AS ms, coalesce(provisional, false) AS provisional
FROM (
    SELECT *, coalesce(channel, '') AS named_channel, coalesce(team, '') AS named_team, coalesce(mode, '') AS named_mode
    FROM conversations
    WHERE {at} IS NOT NULL AND {measure}{clock}_ms IS NOT NULL
)
JOIN (
    SELECT unnest(
        from_json(
            :cells::VARCHAR,
            '[{"cell":"INTEGER","named_channel":"VARCHAR","named_team":"VARCHAR","named_mode":"VARCHAR"}]'
        ),
        recursive := true
    )
) USING (named_channel, named_team, named_mode)
ORDER BY quarter
