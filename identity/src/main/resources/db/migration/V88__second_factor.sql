CREATE TABLE identity.totp (
    account_id   uuid        PRIMARY KEY REFERENCES identity.account ON DELETE CASCADE,
    sealed       text        NOT NULL,
    last_step    bigint      NOT NULL,
    confirmed_at timestamptz
);
COMMENT ON TABLE identity.totp IS 'Second factors: the sealed secret that an authenticator app shares, and the last step whose code was used, since a code counts once. It is asked for once it was confirmed. Retention: until its owner removes it, or as long as the account.';

CREATE TABLE identity.mfa_token (
    token_hash char(64)    PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    user_agent varchar(300),
    tries_left integer     NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.mfa_token IS 'Sign-ins whose password was right and whose code is still to come, as keyed hashes. Retention: 5 minutes, swept hourly.';

CREATE INDEX mfa_token_by_account ON identity.mfa_token (account_id);

ALTER TABLE identity.session ADD COLUMN fresh_until timestamptz;
COMMENT ON COLUMN identity.session.fresh_until IS 'Until then the person counts as having proved anew who they are.';
