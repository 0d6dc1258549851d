CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE read.cart (
    id          uuid PRIMARY KEY,
    customer_id uuid,
    view        jsonb NOT NULL
) WITH (fillfactor = 70);
COMMENT ON TABLE read.cart IS 'Carts as their owners see them. Retention: as the events; may be refilled from them.';

CREATE TABLE read.sale (
    order_id       uuid PRIMARY KEY,
    number         varchar(12),
    customer_id    uuid,
    status         varchar(20),
    payment_status varchar(20) NOT NULL DEFAULT 'UNPAID',
    placed_at      timestamptz,
    search         text,
    order_view     jsonb,
    payment_id     uuid,
    payment_view   jsonb,
    order_news     bigint      NOT NULL DEFAULT 0,
    payment_news   bigint      NOT NULL DEFAULT 0
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
CREATE UNIQUE INDEX sale_by_number ON read.sale (number);
CREATE UNIQUE INDEX sale_by_payment ON read.sale (payment_id);
CREATE INDEX sale_by_time ON read.sale (placed_at DESC, order_id);
CREATE INDEX sale_by_customer ON read.sale (customer_id, placed_at DESC, order_id);
CREATE INDEX sale_by_status ON read.sale (status, placed_at DESC);
CREATE INDEX sale_by_payment_status ON read.sale (payment_status, placed_at DESC);
CREATE INDEX sale_by_words ON read.sale USING gin (search gin_trgm_ops);
COMMENT ON TABLE read.sale IS 'One row per order: ordering and payment write their own columns. Retention: as the events; may be refilled from them.';

CREATE TABLE read.payment_attempt (
    attempt_id    uuid PRIMARY KEY,
    order_id      uuid NOT NULL,
    checkout_hash varchar(64)
);
CREATE INDEX payment_attempt_by_checkout ON read.payment_attempt (checkout_hash);
COMMENT ON TABLE read.payment_attempt IS 'Which order a prompt was for; the provider''s id as a keyed hash. Retention: as the events.';

CREATE TABLE read.shipment (
    id              uuid PRIMARY KEY,
    order_id        uuid        NOT NULL,
    customer_id     uuid,
    tracking_number varchar(120),
    created_at      timestamptz NOT NULL,
    view            jsonb       NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX shipment_by_order ON read.shipment (order_id, created_at);
CREATE INDEX shipment_by_customer ON read.shipment (customer_id, created_at DESC);
CREATE INDEX shipment_by_time ON read.shipment (created_at DESC);
CREATE INDEX shipment_by_tracking ON read.shipment (tracking_number);
COMMENT ON TABLE read.shipment IS 'Shipments with their way. Retention: as the events; may be refilled from them.';
