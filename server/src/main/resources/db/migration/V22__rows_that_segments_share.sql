-- Events of different products, categories and orders are read side by side, so nothing but an identity may be unique
-- in a read model: who comes first in the store may come second here. What must be unique is claimed before the command.
DROP INDEX read.category_by_slug;
CREATE INDEX category_by_slug ON read.category (slug);
DROP INDEX read.product_by_slug;
CREATE INDEX product_by_slug ON read.product (slug) WHERE NOT archived;
DROP INDEX read.sale_by_number;
CREATE INDEX sale_by_number ON read.sale (number);
DROP INDEX read.sale_by_payment;
CREATE INDEX sale_by_payment ON read.sale (payment_id);

ALTER TABLE read.product_sku DROP CONSTRAINT product_sku_pkey, ADD PRIMARY KEY (sku, product_id);
ALTER TABLE read.stock_item ADD COLUMN opened bigint NOT NULL DEFAULT 0;
ALTER TABLE read.stock_item DROP CONSTRAINT stock_item_pkey, ADD PRIMARY KEY (sku_key, product_id);

-- A text that is longer than anybody thought must not stop all who come after it.
ALTER TABLE read.category ALTER COLUMN slug TYPE text;
ALTER TABLE read.product ALTER COLUMN slug TYPE text;
ALTER TABLE read.shipment ALTER COLUMN tracking_number TYPE text;
ALTER TABLE read.stock_adjustment ALTER COLUMN actor TYPE text;
DROP INDEX read.product_by_name;
CREATE INDEX product_by_name ON read.product (left(lower(name), 100), id) WHERE shown;

-- The windows: each ordering from one index, in both directions.
CREATE INDEX product_by_rating ON read.product (rating DESC NULLS LAST, id) WHERE shown;

-- Operators are found in public, whatever schema was the first when the extension came.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
               WHERE e.extname = 'pg_trgm' AND n.nspname <> 'public') THEN
        ALTER EXTENSION pg_trgm SET SCHEMA public;
    END IF;
END
$$;

-- What is spelt like the words of a question: the products that have most of the words, the most alike first. A typing
-- error of two letters changes about half of a short word's trigrams.
CREATE FUNCTION read.spelt_like(question text) RETURNS TABLE (id uuid, score real)
LANGUAGE sql STABLE
SET search_path = read, public
SET pg_trgm.word_similarity_threshold = 0.4
AS $$
    WITH word AS (
        SELECT DISTINCT word FROM regexp_split_to_table(lower(question), '[^[:alnum:]]+') AS word
        WHERE length(word) > 1 LIMIT 8),
    hit AS (
        SELECT p.id, count(*) AS words, sum(word_similarity(word, p.spelling))::real AS score
        FROM word JOIN product p ON p.spelling %> word
        WHERE p.document IS NOT NULL AND NOT p.archived
        GROUP BY p.id)
    SELECT id, score FROM hit WHERE words = (SELECT max(words) FROM hit) ORDER BY score DESC, id LIMIT 500
$$;
