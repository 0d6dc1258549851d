CREATE TABLE read.wish (
    customer_id uuid        NOT NULL,
    product_id  uuid        NOT NULL,
    added_at    timestamptz NOT NULL,
    PRIMARY KEY (customer_id, product_id)
);
CREATE INDEX wish_by_customer ON read.wish (customer_id, added_at DESC, product_id);
COMMENT ON TABLE read.wish IS 'What customers mean to come back to. Retention: until it is taken off; may be refilled from the events.';

CREATE TABLE read.notification (
    id           uuid PRIMARY KEY,
    account_id   uuid        NOT NULL,
    kind         varchar(40) NOT NULL,
    order_number varchar(12) NOT NULL,
    amount       bigint,
    currency     varchar(3),
    created_at   timestamptz NOT NULL
);
CREATE INDEX notification_by_account ON read.notification (account_id, created_at DESC, id);
COMMENT ON TABLE read.notification IS 'News for customers, without words. Retention: as the events; may be refilled from them.';

CREATE TABLE read.notified_order (
    order_id   uuid PRIMARY KEY,
    account_id uuid        NOT NULL,
    number     varchar(12) NOT NULL
);
COMMENT ON TABLE read.notified_order IS 'Whom news of an order goes to. Retention: as the events; may be refilled from them.';
