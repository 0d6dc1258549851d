-- Products have pictures; a row that was written before says that it has none.
UPDATE read.product
SET document = jsonb_set(document, '{images}', '[]')
WHERE document IS NOT NULL AND NOT jsonb_exists(document, 'images');
