CREATE TABLE edge.webhook_endpoint (
    id               uuid PRIMARY KEY,
    url              varchar(2000) NOT NULL,
    description      varchar(500),
    event_types      text[]        NOT NULL,
    is_active        boolean       NOT NULL,
    disabled_reason  varchar(200),
    secret           varchar(500)  NOT NULL,
    old_secret       varchar(500),
    old_secret_until timestamptz,
    position         bigint        NOT NULL,
    failing_since    timestamptz,
    created_at       timestamptz   NOT NULL,
    updated_at       timestamptz   NOT NULL,
    version          bigint        NOT NULL DEFAULT 1
);
COMMENT ON TABLE edge.webhook_endpoint IS 'Servers of others that are told what happens; their secrets are sealed. Retention: until an admin removes them.';

CREATE TABLE edge.webhook_delivery (
    id              uuid PRIMARY KEY,
    endpoint_id     uuid        NOT NULL REFERENCES edge.webhook_endpoint ON DELETE CASCADE,
    event_id        varchar(36) NOT NULL,
    type            varchar(60) NOT NULL,
    position        bigint      NOT NULL,
    status          varchar(10) NOT NULL,
    tries           int         NOT NULL DEFAULT 0,
    next_attempt_at timestamptz,
    created_at      timestamptz NOT NULL,
    UNIQUE (endpoint_id, event_id)
);
CREATE INDEX webhook_delivery_newest ON edge.webhook_delivery (endpoint_id, position DESC);
CREATE INDEX webhook_delivery_pending ON edge.webhook_delivery (endpoint_id) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_by_age ON edge.webhook_delivery (created_at);
COMMENT ON TABLE edge.webhook_delivery IS 'Which event goes to whom, without what is said. Retention: 30 days, swept daily.';

CREATE TABLE edge.webhook_attempt (
    delivery_id uuid        NOT NULL REFERENCES edge.webhook_delivery ON DELETE CASCADE,
    at          timestamptz NOT NULL,
    status_code int,
    took_millis bigint      NOT NULL,
    error       varchar(200),
    response    varchar(500)
);
CREATE INDEX webhook_attempt_by_delivery ON edge.webhook_attempt (delivery_id, at);
COMMENT ON TABLE edge.webhook_attempt IS 'What was answered each time that something was sent. Retention: as the delivery.';
