CREATE TABLE read.refund (
    refund_id    uuid PRIMARY KEY,
    order_id     uuid NOT NULL,
    requested_at timestamptz,
    state        varchar(20)
);
CREATE INDEX refund_by_time ON read.refund (requested_at DESC, refund_id);
CREATE INDEX refund_by_order ON read.refund (order_id, requested_at);
CREATE INDEX refund_by_state ON read.refund (state, requested_at DESC);
COMMENT ON TABLE read.refund IS 'Which payment a refund belongs to, and where it stands; one that was withdrawn has no state. Retention: as the events; may be refilled from them.';
