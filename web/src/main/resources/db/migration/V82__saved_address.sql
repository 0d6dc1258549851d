CREATE TABLE edge.saved_address (
    id         uuid PRIMARY KEY,
    account_id uuid        NOT NULL,
    address    jsonb       NOT NULL,
    is_default boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    version    bigint      NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX saved_address_default ON edge.saved_address (account_id) WHERE is_default;
CREATE INDEX saved_address_by_time ON edge.saved_address (account_id, created_at DESC);
COMMENT ON TABLE edge.saved_address IS 'Addresses that customers saved; what is personal in them is sealed under the person''s key. Retention: until its owner deletes it or is erased.';
