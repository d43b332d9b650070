-- The report dates of the period, and the quarters of an hour in each.
-- A quarter of an hour lies in one report date in any zone: joining by it is cheaper than converting every instant.
WITH quarters AS (
    SELECT quarter, date_trunc('{grain}', to_timestamp(quarter * 900) AT TIME ZONE :zone)::DATE AS report_date
    FROM range(epoch(:from::TIMESTAMPTZ)::BIGINT // 900, epoch(:until::TIMESTAMPTZ)::BIGINT // 900) AS hours(quarter)
),
-- Where nothing was counted that is 0 while the log lasts; before it begins and after it ends nothing is known.
dates AS (
    SELECT
        report_date,
        CASE WHEN report_date + INTERVAL 1 {grain} > :first_date AND report_date <= :as_of_date THEN 0 END AS zero
    FROM (SELECT DISTINCT report_date FROM quarters)
),
