CREATE TABLE identity.person_key (
    person_id  uuid PRIMARY KEY,
    wrapped    bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at  timestamptz,
    CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
);
COMMENT ON TABLE identity.person_key IS 'The key of each person''s data, wrapped by the master key. Retention: until the person is erased; then a tombstone, for ever.';
