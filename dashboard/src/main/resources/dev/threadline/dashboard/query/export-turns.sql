-- One row per customer turn that began in the period, all its columns, in no order.
SELECT * FROM turns
WHERE started_at >= :from AND started_at < :until AND {filters: channel team mode carrier}
