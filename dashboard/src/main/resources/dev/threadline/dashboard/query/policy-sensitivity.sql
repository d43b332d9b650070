-- One row per policy that could have ended the conversations: what the same log comes to under it.
SELECT
    policy,
    setting,
    place,
    one_in,
    conversations,
    resolved,
    median_resolution_ms,
    p90_resolution_ms,
    reopened,
    reopen_share
FROM policy_sensitivity
ORDER BY place
