-- One row per interval between consecutive public messages of anyone that are at most the engagement window apart.
CREATE OR REPLACE TABLE engagement AS
WITH public_messages AS (
    SELECT
        source, thread_id, conversation_id, sent_at AS started_at,
        lead(sent_at) OVER (PARTITION BY source, thread_id, conversation_id ORDER BY place) AS ended_at
    FROM records
    WHERE is_public
)
SELECT m.*
FROM public_messages m
JOIN extents e USING (source, thread_id, conversation_id)
JOIN channel_rules r ON r.channel = CASE
    WHEN e.channel IN (SELECT channel FROM channel_rules) THEN e.channel
    ELSE 'default' END
WHERE ms(m.started_at, m.ended_at) <= r.engagement_window_ms;
