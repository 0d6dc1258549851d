CREATE TABLE edge.idempotency (
    slot         text        PRIMARY KEY,
    request_hash text        NOT NULL,
    seed         uuid        NOT NULL,
    run          integer     NOT NULL DEFAULT 1,
    lease_until  timestamptz NOT NULL,
    answer       text,
    created_at   timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
COMMENT ON TABLE edge.idempotency IS 'What became of each Idempotency-Key. slot is a keyed hash of caller and key, answer is sealed. Retention: 24 hours.';

CREATE INDEX idempotency_by_age ON edge.idempotency (created_at);
