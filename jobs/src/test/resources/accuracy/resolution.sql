-- Resolution time of conversations that were truly resolved and found to be.
SELECT
    coalesce(channel, 'all') AS "channel",
    count(*) AS "compared",
    share(count(*) FILTER (WHERE exact), count(*)) AS "same messages",
    shown(median(true_resolution_ms) / 60000) AS "true median, min",
    shown(median(error_ms) FILTER (WHERE exact) / 60000) AS "same messages: median error, min",
    shown(quantile_cont(abs(error_ms), 0.9) FILTER (WHERE exact) / 60000) AS "p90 absolute, min",
    shown(median(error_ms) FILTER (WHERE NOT exact) / 3600000) AS "others: median error, h",
    shown(quantile_cont(abs(error_ms), 0.9) FILTER (WHERE NOT exact) / 3600000) AS "p90 absolute, h"
FROM (SELECT *, resolution_ms - true_resolution_ms AS error_ms FROM matched)
WHERE error_ms IS NOT NULL
GROUP BY ROLLUP (channel)
ORDER BY grouping(channel), 1;
