-- The log as DuckDB reads it, through the same mapping, into one Parquet file: no copies merged, nothing refused or noted.
-- In the places: the files of the log, the SELECT of the mapping, the folder for the table.
SET TimeZone = 'UTC';

CREATE VIEW raw AS
FROM read_json(${log}, format = 'newline_delimited', ignore_errors = true, columns = {
    thread_id: 'VARCHAR', message_id: 'VARCHAR', sent_at: 'VARCHAR', sender_role: 'VARCHAR', sender_id: 'VARCHAR',
    kind: 'VARCHAR', channel: 'VARCHAR', team: 'VARCHAR', customer_id: 'VARCHAR', 'sequence': 'BIGINT',
    revised_at: 'VARCHAR'});

COPY (
    SELECT * REPLACE (try_cast(sent_at AS TIMESTAMPTZ) AS sent_at, try_cast(revised_at AS TIMESTAMPTZ) AS revised_at)
    FROM (${mapping})
) TO '${out}/messages.parquet';
