-- One row per report date, channel, team, rhythm and outcome: the conversations of which something happened on that date.
WITH counted AS MATERIALIZED (
    SELECT
        epoch_us({at}) // 900000000 AS quarter,
        coalesce(channel, '') AS channel,
        coalesce(team, '') AS team,
        coalesce(mode, '') AS mode,
        outcome,
        count(*) AS n,
        count(*) FILTER (provisional) AS provisional
    FROM conversations
    WHERE {at} IS NOT NULL
    GROUP BY ALL
),
-- A quarter of an hour lies in one report date in any zone.
quarters AS (
    SELECT quarter, (to_timestamp(quarter * 900) AT TIME ZONE :zone)::DATE AS report_date
    FROM (SELECT DISTINCT quarter FROM counted)
)
SELECT report_date, channel, team, mode, outcome, sum(n)::BIGINT AS n, sum(provisional)::BIGINT AS provisional
FROM counted JOIN quarters USING (quarter)
GROUP BY ALL
ORDER BY report_date
