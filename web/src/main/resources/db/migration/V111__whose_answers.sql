-- Without a caller are only answers that were kept before; they are gone after a day.
ALTER TABLE edge.idempotency ADD COLUMN caller_hash char(64);
CREATE INDEX idempotency_by_caller ON edge.idempotency (caller_hash);
COMMENT ON TABLE edge.idempotency IS 'What became of each Idempotency-Key. slot is a keyed hash of caller and key, caller_hash of the caller alone, answer is sealed. Retention: 24 hours, or until the caller is erased.';
