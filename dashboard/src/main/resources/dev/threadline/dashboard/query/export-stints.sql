-- One row per stint that began in the period, all its columns, in no order.
SELECT * FROM stints
WHERE started_at >= :from AND started_at < :until AND {filters: channel team agent}
