CREATE TABLE read.figure_order (
    order_id   uuid PRIMARY KEY,
    placed_at  timestamptz,
    buyer_id   uuid,
    guest      boolean,
    method     varchar(20),
    total      bigint,
    units      integer,
    products   uuid[],
    quantities integer[],
    amounts    bigint[],
    confirmed  bigint
) WITH (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX figure_order_by_time ON read.figure_order (placed_at);
CREATE INDEX figure_order_by_buyer ON read.figure_order (buyer_id, placed_at);
COMMENT ON TABLE read.figure_order IS 'What each order counts for, with a line per place in its three lists; confirmed is the position of the event that made it count. No index names it, so that confirming changes none. Retention: as the events; may be refilled from them.';

CREATE TABLE read.figure_money (
    id       uuid PRIMARY KEY,
    order_id uuid        NOT NULL,
    refund   boolean     NOT NULL,
    counts   boolean     NOT NULL,
    at       timestamptz NOT NULL,
    amount   bigint      NOT NULL,
    position bigint      NOT NULL
);
CREATE INDEX figure_money_by_time ON read.figure_money (at) INCLUDE (amount, refund) WHERE counts;
COMMENT ON TABLE read.figure_money IS 'Money that came for an order, and less than nothing for what went back; an excess that goes back does not count, since it never did. Retention: as the events; may be refilled from them.';

CREATE TABLE read.figure_interest (
    day           date   NOT NULL,
    product_id    uuid   NOT NULL,
    cart_adds     bigint NOT NULL,
    wishlist_adds bigint NOT NULL,
    PRIMARY KEY (day, product_id)
) WITH (fillfactor = 70);
COMMENT ON TABLE read.figure_interest IS 'How often a product was put into a cart or onto a wish list on a day of the shop. Retention: one row per product and day; may be refilled from the events.';

CREATE TABLE read.figure_cart (
    cart_id   uuid PRIMARY KEY,
    filled_at timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX figure_cart_by_time ON read.figure_cart (filled_at);
COMMENT ON TABLE read.figure_cart IS 'When something was last put into a cart. Retention: one row per cart; may be refilled from the events.';

-- What the figures ask of the tables of others.
CREATE INDEX shipment_preparing ON read.shipment (order_id) WHERE view ->> 'status' = 'PREPARING';
CREATE INDEX product_view_by_day ON edge.product_view (day);
