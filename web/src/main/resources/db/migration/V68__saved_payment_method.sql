CREATE TABLE edge.payment_method (
    id         uuid PRIMARY KEY,
    account_id uuid        NOT NULL,
    type       varchar(20) NOT NULL,
    phone_hash varchar(64) NOT NULL,
    phone      jsonb       NOT NULL,
    label      jsonb,
    is_default boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    version    bigint      NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX payment_method_once ON edge.payment_method (account_id, phone_hash);
CREATE UNIQUE INDEX payment_method_default ON edge.payment_method (account_id) WHERE is_default;
CREATE INDEX payment_method_by_time ON edge.payment_method (account_id, created_at DESC);
COMMENT ON TABLE edge.payment_method IS 'Ways to pay that customers saved; phone and label are sealed under the person''s key, the phone is found by a keyed hash. Retention: until its owner deletes it or is erased.';
