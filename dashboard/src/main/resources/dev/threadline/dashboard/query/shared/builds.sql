-- One row per run that built what it published, with the rows that came and went and the sums of the audit.
SELECT
    run_id,
    publication_id,
    finished_at,
    CASE WHEN cardinality(rows_removed) > 0 THEN 'change' ELSE 'whole' END AS extent,
    rows_added,
    rows_removed,
    audit
FROM (
    FROM runs
    -- Where no run was of a version that notes these.
    UNION ALL BY NAME
    SELECT
        NULL::MAP(VARCHAR, BIGINT) AS rows_added,
        NULL::MAP(VARCHAR, BIGINT) AS rows_removed,
        NULL::MAP(VARCHAR, BIGINT) AS audit
    WHERE false
)
WHERE publication_id IS NOT NULL AND cardinality(audit) > 0
