CREATE TABLE edge.provider_event (
    id          varchar(255) PRIMARY KEY,
    type        varchar(60)  NOT NULL,
    run         uuid         NOT NULL,
    taken_at    timestamptz  NOT NULL,
    done        boolean      NOT NULL DEFAULT false,
    received_at timestamptz  NOT NULL
);
CREATE INDEX provider_event_by_age ON edge.provider_event (received_at);
COMMENT ON TABLE edge.provider_event IS 'What another payment provider told us, by its own id, so that a repeat changes nothing. Retention: 30 days.';
