-- One row per publication, the last twenty, newest first: what came with it, how much of that was late, and which
-- conversations got another id. A record is late if the publication before it already covered its time.
WITH published AS (
    SELECT
        publication_id,
        published_at,
        run_id,
        messages - lag(messages) OVER in_order AS more_messages,
        conversations - lag(conversations) OVER in_order AS more_conversations,
        lag(as_of) OVER in_order AS covered_until
    FROM publications
    WHERE publication_id <= :publication_id
    WINDOW in_order AS (ORDER BY publication_id)
),
-- What a run took in came with the first publication after it.
taken_in AS (
    SELECT messages.run_id, messages.n, publication_id, covered_until
    FROM (SELECT run_id, count(*) AS n, max(ingested_at) AS ingested_at FROM messages GROUP BY run_id) AS messages
    ASOF JOIN published ON published.published_at >= messages.ingested_at
),
came AS (SELECT publication_id, sum(n)::BIGINT AS n FROM taken_in GROUP BY publication_id),
restated AS (
    SELECT
        run_id,
        count_if(change = 'extended') AS extended,
        count_if(change = 'merged') AS merged,
        count_if(change = 'split') AS split
    FROM conversation_restatements
    GROUP BY run_id
),
late_records AS (
    SELECT
        publication_id,
        source,
        thread_id,
        epoch_ms(covered_until) - epoch_ms(sent_at) AS late_ms
    FROM messages
    JOIN taken_in USING (run_id)
    WHERE sent_at <= covered_until
),
late AS (
    SELECT
        publication_id,
        count(*) AS late,
        median(late_ms)::BIGINT AS median_late_ms,
        quantile_cont(late_ms, 0.9)::BIGINT AS p90_late_ms,
        max(late_ms) AS max_late_ms,
        count(restating.thread_id) AS late_restating
    FROM late_records
    JOIN published USING (publication_id)
    LEFT JOIN (SELECT DISTINCT run_id, source, thread_id FROM conversation_restatements) AS restating
        USING (run_id, source, thread_id)
    GROUP BY publication_id
)
SELECT
    publication_id,
    published_at,
    run_id,
    coalesce(n, 0) AS records,
    more_messages,
    more_conversations,
    CASE WHEN covered_until IS NOT NULL THEN coalesce(late, 0) END AS late,
    CASE WHEN covered_until IS NOT NULL THEN coalesce(late, 0) / nullif(n, 0) END AS late_share,
    median_late_ms,
    p90_late_ms,
    max_late_ms,
    late_restating / nullif(late, 0) AS restating_share,
    coalesce(extended, 0) AS extended,
    coalesce(merged, 0) AS merged,
    coalesce(split, 0) AS split
FROM published
LEFT JOIN came USING (publication_id)
LEFT JOIN late USING (publication_id)
LEFT JOIN restated USING (run_id)
ORDER BY publication_id DESC
LIMIT 20
