CREATE TABLE identity.account (
    id          uuid         PRIMARY KEY,
    email       varchar(254) NOT NULL,
    email_key   varchar(254) NOT NULL UNIQUE,
    first_name  varchar(150) NOT NULL,
    last_name   varchar(150) NOT NULL,
    phone       varchar(16),
    role        varchar(16)  NOT NULL CHECK (role IN ('CUSTOMER', 'ADMIN', 'AUDITOR')),
    is_active   boolean      NOT NULL,
    date_joined timestamptz  NOT NULL,
    epoch       integer      NOT NULL,
    version     bigint       NOT NULL
);
COMMENT ON TABLE identity.account IS 'Who may sign in. email_key is the e-mail as it is compared; epoch rises when tokens issued before must not count any more. Retention: until the person is erased.';

CREATE INDEX account_by_joining ON identity.account (date_joined, id);

CREATE TABLE identity.credential (
    account_id    uuid         PRIMARY KEY REFERENCES identity.account ON DELETE CASCADE,
    password_hash varchar(200) NOT NULL,
    changed_at    timestamptz  NOT NULL
);
COMMENT ON TABLE identity.credential IS 'Argon2id hashes of passwords. Retention: as long as the account.';

CREATE TABLE identity.session (
    id           uuid         PRIMARY KEY,
    account_id   uuid         NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    user_agent   varchar(300),
    created_at   timestamptz  NOT NULL,
    last_used_at timestamptz  NOT NULL,
    expires_at   timestamptz  NOT NULL,
    ended_at     timestamptz
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
COMMENT ON TABLE identity.session IS 'One login on one device, the family of its refresh tokens. Retention: 30 days after its end.';

CREATE INDEX session_by_account ON identity.session (account_id);
CREATE INDEX session_by_end ON identity.session (expires_at);

CREATE TABLE identity.refresh_token (
    token_hash char(64)     PRIMARY KEY,
    session_id uuid         NOT NULL REFERENCES identity.session ON DELETE CASCADE,
    expires_at timestamptz  NOT NULL,
    used_at    timestamptz
);
COMMENT ON TABLE identity.refresh_token IS 'Keyed hashes of refresh tokens, the used ones too, since using one twice tells of a theft. Retention: as long as the session.';

CREATE INDEX refresh_token_by_session ON identity.refresh_token (session_id);

CREATE TABLE identity.ticket (
    ticket_hash char(64)    PRIMARY KEY,
    session_id  uuid        NOT NULL REFERENCES identity.session ON DELETE CASCADE,
    expires_at  timestamptz NOT NULL
);
COMMENT ON TABLE identity.ticket IS 'One-time tickets for live connections. Retention: 30 seconds, swept hourly.';
