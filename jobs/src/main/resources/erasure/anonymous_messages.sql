-- What stays of the messages of forgotten customers, beside the key they have now. Names are replaced so that they sort as
-- before: a message keeps its place in the thread.
SELECT
    messages.source AS source,
    messages.thread_id AS old_thread_id,
    messages.message_id AS old_message_id,
    names.thread_token AS thread_id,
    concat(
        names.thread_token, '-',
        lpad(row_number() OVER (PARTITION BY messages.source, messages.thread_id ORDER BY messages.message_id), 10, '0')
    ) AS message_id,
    CASE
        WHEN customers.customer_token IS NOT NULL THEN customers.customer_token
        WHEN messages.customer_id = messages.thread_id THEN names.thread_token
        ELSE messages.customer_id
    END AS customer_id,
    -- What an agent or a bot is called is no customer's id, though it may be spelled alike.
    CASE
        WHEN messages.sender_role IN ('agent', 'bot') THEN messages.sender_id
        WHEN senders.customer_token IS NOT NULL THEN senders.customer_token
        WHEN messages.sender_role <> 'customer' THEN messages.sender_id
        WHEN customers.customer_token IS NOT NULL THEN customers.customer_token
        WHEN messages.customer_id = messages.thread_id THEN names.customer_token
        ELSE messages.sender_id
    END AS sender_id,
    CAST(NULL AS STRING) AS text,
    -- A source's own numbers lead back to its records; only their order counts.
    CASE
        WHEN messages.sequence IS NOT NULL
        THEN dense_rank() OVER (PARTITION BY messages.source, messages.thread_id ORDER BY messages.sequence)
    END AS sequence
FROM messages
JOIN names ON names.source = messages.source AND names.thread_id = messages.thread_id
LEFT JOIN customers ON customers.customer_id = messages.customer_id
LEFT JOIN customers AS senders ON senders.customer_id = messages.sender_id
