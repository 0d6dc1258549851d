CREATE TABLE identity.erasure (
    person_id  uuid        PRIMARY KEY,
    account_id uuid,
    order_id   uuid,
    erased_at  timestamptz NOT NULL
);
COMMENT ON TABLE identity.erasure IS 'Who was erased when, as ids that name nobody any more: a customer''s account or a guest''s order. Retention: for ever, since it shows that it was done.';
