-- A reply counts under the peak of its author's quarter of an hour.
conversation_id IN (
    SELECT conversation_id
    FROM (
        SELECT conversation_id, answered_by AS agent_id, epoch_us(answered_at) // 900000000 AS quarter
        FROM turns
        WHERE answered_at >= :from AND answered_at < :until AND answered_by_kind = 'agent'
    )
    JOIN (
        SELECT agent_id, epoch_us(slice_at) // 900000000 AS quarter
        FROM agent_load
        WHERE slice_at >= :from AND slice_at < :until AND least(peak_engaged, 8) = :load AND {filters: team agent}
    ) USING (agent_id, quarter)
)
