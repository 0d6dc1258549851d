-- Axon's own table of events that a group could not handle; its shape is the framework's.
CREATE TABLE process.dead_letter_entry (
    dead_letter_id       varchar(255) PRIMARY KEY,
    processing_group     varchar(255) NOT NULL,
    sequence_identifier  varchar(255) NOT NULL,
    sequence_index       bigint       NOT NULL,
    message_type         varchar(255) NOT NULL,
    event_identifier     varchar(255) NOT NULL,
    time_stamp           varchar(255) NOT NULL,
    payload_type         varchar(255) NOT NULL,
    payload_revision     varchar(255),
    payload              bytea        NOT NULL,
    meta_data            bytea,
    type                 varchar(255),
    aggregate_identifier varchar(255),
    sequence_number      bigint,
    token_type           varchar(255),
    token                bytea,
    enqueued_at          timestamptz(6) NOT NULL,
    last_touched         timestamptz(6),
    processing_started   timestamptz(6),
    cause_type           varchar(255),
    cause_message        varchar(1023),
    diagnostics          bytea
);
CREATE INDEX dead_letter_by_group ON process.dead_letter_entry (processing_group);
CREATE UNIQUE INDEX dead_letter_by_sequence
    ON process.dead_letter_entry (processing_group, sequence_identifier, sequence_index);
COMMENT ON TABLE process.dead_letter_entry IS 'Events that a reader could not handle, and those that must wait behind them. Retention: until retried or dropped by staff.';
