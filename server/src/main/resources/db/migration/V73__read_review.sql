CREATE TABLE read.review (
    id         uuid PRIMARY KEY,
    product_id uuid        NOT NULL,
    author_id  uuid        NOT NULL,
    rating     smallint    NOT NULL,
    hidden     boolean     NOT NULL,
    created_at timestamptz NOT NULL,
    view       jsonb       NOT NULL
) WITH (fillfactor = 80);
CREATE INDEX review_by_product ON read.review (product_id, created_at DESC, id);
CREATE INDEX review_by_product_rating ON read.review (product_id, rating DESC, id);
CREATE INDEX review_by_time ON read.review (created_at DESC, id);
CREATE INDEX review_by_rating ON read.review (rating DESC, id);
COMMENT ON TABLE read.review IS 'What customers think of products. Retention: until it is taken back; may be refilled from the events.';

-- The reviews' own columns of a product's row: what all that is shown adds up to, and how often it changed.
ALTER TABLE read.product ADD COLUMN rating_sum bigint NOT NULL DEFAULT 0;
ALTER TABLE read.product ADD COLUMN review_news bigint NOT NULL DEFAULT 0;
COMMENT ON TABLE read.product IS 'The shop''s window: the catalogue, the stock and the reviews write their own columns. Retention: as the events; may be refilled from them.';
