ALTER TABLE identity.account ADD COLUMN language varchar(8) NOT NULL DEFAULT 'en';

CREATE TABLE identity.password_reset (
    token_hash char(64)    PRIMARY KEY,
    account_id uuid        NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.password_reset IS 'Keyed hashes of the tokens that let somebody choose a new password once. Retention: 30 minutes, swept hourly.';

CREATE INDEX password_reset_by_account ON identity.password_reset (account_id);
