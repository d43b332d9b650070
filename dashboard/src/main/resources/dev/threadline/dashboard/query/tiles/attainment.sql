-- The first responses due to the conversations that started in the period, and those given in time.
WITH {use: first-responses-due}
counted AS (SELECT count(met) AS n, count(*) FILTER (met) AS count FROM due)
SELECT 'attainment' AS metric, n, count, count / nullif(n, 0) AS share FROM counted
