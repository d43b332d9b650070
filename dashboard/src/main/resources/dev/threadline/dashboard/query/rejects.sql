-- One row per reason code: the records refused for it, and where to look at the newest of them.
SELECT
    reason,
    count(*) AS n,
    count(*) / sum(count(*)) OVER () AS share,
    count(DISTINCT file) AS files,
    max(rejected_at) AS last_rejected_at,
    max_by(file, rejected_at) AS last_file,
    max_by(line, rejected_at) AS last_line
FROM rejected_records
GROUP BY reason
ORDER BY n DESC, reason
