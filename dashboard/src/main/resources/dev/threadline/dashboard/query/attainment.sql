-- One row per report date: the first responses due to the conversations that started on it, and those given in time.
{use: report-dates}
{use: first-responses-due}
observed AS (
    SELECT report_date, count(met) AS n, count(*) FILTER (met) AS met
    FROM due JOIN quarters USING (quarter)
    GROUP BY report_date
)
SELECT
    report_date,
    coalesce(n, zero) AS n,
    coalesce(met, zero) AS met,
    met / nullif(n, 0) AS share,
    report_date + INTERVAL 1 {grain} > :as_of_date AS provisional
FROM dates LEFT JOIN observed USING (report_date)
ORDER BY report_date
