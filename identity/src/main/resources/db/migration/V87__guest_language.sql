CREATE TABLE identity.guest_language (
    order_id   uuid        PRIMARY KEY,
    language   varchar(8)  NOT NULL,
    ordered_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE identity.guest_language IS 'Which language a guest is written to in about an order, unless it is English; not who the guest is. Retention: 180 days, swept daily.';

CREATE INDEX guest_language_by_age ON identity.guest_language (ordered_at);
