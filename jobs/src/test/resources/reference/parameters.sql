-- What the definitions are told: the instant up to which records are read, the rules of the channels (the row `default`
-- holds for every channel without one; silence_ms NULL switches the rule off), and the settings. Filled by the caller.
CREATE OR REPLACE TABLE as_of (as_of TIMESTAMP);

CREATE OR REPLACE TABLE channel_rules (
    channel VARCHAR, silence_ms BIGINT, reopen_window_ms BIGINT, engagement_window_ms BIGINT);

CREATE OR REPLACE TABLE settings (
    give_up_ms BIGINT, attention_cap_ms BIGINT, sync_switch_ms BIGINT, episode_gap_ms BIGINT, report_zone VARCHAR);

CREATE OR REPLACE TABLE messages (
    source VARCHAR, thread_id VARCHAR, message_id VARCHAR, sent_at TIMESTAMP, sender_role VARCHAR, sender_id VARCHAR,
    kind VARCHAR, event VARCHAR, assignee_id VARCHAR, channel VARCHAR, team VARCHAR, customer_id VARCHAR,
    sequence BIGINT, is_acknowledgement_text BOOLEAN, ends_in_question BOOLEAN);

-- Whole milliseconds from one instant to another.
CREATE OR REPLACE MACRO ms(start_at, end_at) AS epoch_ms(end_at) - epoch_ms(start_at);

-- The instant so many milliseconds after another.
CREATE OR REPLACE MACRO later(instant, millis) AS make_timestamp_ms(epoch_ms(instant) + millis);

-- The day of an instant in the report zone.
CREATE OR REPLACE MACRO report_day(instant) AS
    CAST(timezone((SELECT report_zone FROM settings), timezone('UTC', instant)) AS DATE);
