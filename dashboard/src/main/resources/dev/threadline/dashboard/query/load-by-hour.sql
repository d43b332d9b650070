-- One row per local hour of the day: how many agents are engaged at an instant of it, and in how many conversations.
-- A quarter of an hour lies in one local hour in any zone: joining by it is cheaper than converting every instant.
WITH quarters AS (
    SELECT quarter, hour(to_timestamp(quarter * 900) AT TIME ZONE :zone) AS hour
    FROM range(epoch(:from::TIMESTAMPTZ)::BIGINT // 900, epoch(:until::TIMESTAMPTZ)::BIGINT // 900) AS hours(quarter)
    -- What lies before the log or after it is no hour without work.
    WHERE quarter >= epoch(:first_date::DATE::TIMESTAMP AT TIME ZONE :zone)::BIGINT // 900
        AND quarter <= epoch(:as_of::TIMESTAMPTZ)::BIGINT // 900
),
hours AS (SELECT hour, count(*) AS slices FROM quarters GROUP BY hour),
observed AS (
    SELECT
        hour,
        count(*) FILTER (engaged_union_ms > 0) AS n,
        sum(engaged_ms)::BIGINT AS engaged_ms,
        sum(engaged_union_ms)::BIGINT AS engaged_union_ms,
        sum(handle_ms)::BIGINT AS handle_ms,
        max(peak_engaged) AS peak
    FROM agent_load JOIN quarters ON quarter = epoch_us(slice_at) // 900000000
    WHERE slice_at >= :from AND slice_at < :until AND {filters: team agent}
    GROUP BY hour
)
SELECT
    hour,
    coalesce(n, 0) AS n,
    coalesce(engaged_union_ms, 0) / (slices * 900000) AS agents,
    coalesce(engaged_ms, 0) / (slices * 900000) AS engaged,
    engaged_ms / nullif(engaged_union_ms, 0) AS mean,
    peak,
    handle_ms
FROM hours LEFT JOIN observed USING (hour)
ORDER BY hour
