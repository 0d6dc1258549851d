-- Who asks for everything that is known of them asks for their reviews, and so does whoever erases them.
CREATE INDEX review_by_author ON read.review (author_id, created_at DESC, id);
