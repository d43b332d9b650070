-- What all agents did in the slices looked at.
SELECT
    coalesce(sum(handle_ms), 0) AS handle_ms,
    coalesce(sum(assigned_ms), 0) AS assigned_ms,
    coalesce(sum(engaged_ms), 0) AS engaged_ms,
    coalesce(sum(engaged_union_ms), 0) AS engaged_union_ms,
    CAST(coalesce(max(peak_engaged), 0) AS BIGINT) AS peak_engaged
FROM agent_load
