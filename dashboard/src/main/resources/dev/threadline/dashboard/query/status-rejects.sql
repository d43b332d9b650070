-- One row per reason code: how many records were refused for it, and when last.
SELECT reason, count(*) AS records, max(rejected_at) AS last_rejected_at
FROM rejected_records
GROUP BY reason
ORDER BY records DESC, reason
