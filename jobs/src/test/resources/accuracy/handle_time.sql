-- Handle time of conversations that agents truly worked on.
SELECT
    coalesce(channel, 'all') AS "channel",
    count(*) AS "compared",
    shown(median(true_handle_ms) / 1000) AS "true median, s",
    shown(median(error_ms) FILTER (WHERE exact) / 1000) AS "same messages: median error, s",
    shown(quantile_cont(abs(error_ms), 0.9) FILTER (WHERE exact) / 1000) AS "p90 absolute, s",
    share(sum(error_ms) FILTER (WHERE exact), sum(true_handle_ms) FILTER (WHERE exact)) AS "bias of the sum",
    shown(median(error_ms) FILTER (WHERE NOT exact) / 1000) AS "others: median error, s",
    shown(quantile_cont(abs(error_ms), 0.9) FILTER (WHERE NOT exact) / 1000) AS "p90 absolute, s "
FROM (SELECT *, handle_ms - true_handle_ms AS error_ms FROM matched WHERE true_handle_ms > 0)
GROUP BY ROLLUP (channel)
ORDER BY grouping(channel), 1;
