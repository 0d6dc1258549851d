CREATE TABLE read.category (
    id          uuid PRIMARY KEY,
    name        text        NOT NULL,
    slug        varchar(160) NOT NULL,
    parent_id   uuid,
    description text        NOT NULL,
    version     bigint      NOT NULL
);
CREATE UNIQUE INDEX category_by_slug ON read.category (slug);
CREATE INDEX category_by_parent ON read.category (parent_id);
COMMENT ON TABLE read.category IS 'The shelves. Retention: as the events; may be refilled from them.';

CREATE TABLE read.product (
    id           uuid PRIMARY KEY,
    slug         varchar(160),
    sku          varchar(64),
    name         text,
    price        bigint,
    category_id  uuid,
    shown        boolean     NOT NULL DEFAULT false,
    archived     boolean     NOT NULL DEFAULT false,
    rating       numeric(3, 2),
    rating_count integer     NOT NULL DEFAULT 0,
    created_at   timestamptz,
    words        tsvector,
    spelling     text,
    document     jsonb,
    product_news bigint      NOT NULL DEFAULT 0,
    available    bigint      NOT NULL DEFAULT 0,
    popularity   bigint      NOT NULL DEFAULT 0,
    stock_news   bigint      NOT NULL DEFAULT 0
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE UNIQUE INDEX product_by_slug ON read.product (slug) WHERE NOT archived;
CREATE INDEX product_by_popularity ON read.product (popularity DESC, id) WHERE shown;
CREATE INDEX product_by_price ON read.product (price, id) WHERE shown;
CREATE INDEX product_by_name ON read.product (lower(name), id) WHERE shown;
CREATE INDEX product_by_age ON read.product (created_at DESC, id) WHERE shown;
CREATE INDEX product_by_category ON read.product (category_id, popularity DESC) WHERE shown;
CREATE INDEX product_by_words ON read.product USING gin (words);
CREATE INDEX product_by_spelling ON read.product USING gin (spelling gin_trgm_ops);
COMMENT ON TABLE read.product IS 'The shop''s window: the catalogue and the stock write their own columns. Retention: as the events; may be refilled from them.';

CREATE TABLE read.product_sku (
    sku        varchar(64) PRIMARY KEY,
    product_id uuid NOT NULL
);
CREATE INDEX product_sku_by_product ON read.product_sku (product_id);
COMMENT ON TABLE read.product_sku IS 'Which product sells a SKU (normalized). Retention: as the events.';

CREATE TABLE read.stock_item (
    sku_key    varchar(64) PRIMARY KEY,
    sku        varchar(64) NOT NULL,
    product_id uuid        NOT NULL,
    on_hand    integer     NOT NULL,
    reserved   integer     NOT NULL,
    threshold  integer     NOT NULL,
    sold       bigint      NOT NULL,
    retired    boolean     NOT NULL,
    updated_at timestamptz NOT NULL,
    version    bigint      NOT NULL,
    news       bigint      NOT NULL
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX stock_item_by_product ON read.stock_item (product_id);
COMMENT ON TABLE read.stock_item IS 'Stock as staff see it. Retention: as the events; may be refilled from them.';

CREATE TABLE read.stock_adjustment (
    id      uuid PRIMARY KEY,
    sku_key varchar(64) NOT NULL,
    delta   integer     NOT NULL,
    reason  text        NOT NULL,
    on_hand integer     NOT NULL,
    at      timestamptz NOT NULL,
    actor   varchar(80) NOT NULL
);
CREATE INDEX stock_adjustment_by_sku ON read.stock_adjustment (sku_key, at DESC, id);
COMMENT ON TABLE read.stock_adjustment IS 'Corrections of the stock. Retention: as the events; may be refilled from them.';
