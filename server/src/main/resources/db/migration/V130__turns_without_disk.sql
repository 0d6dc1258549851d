-- Appends take turns, and a turn that waited for the disk would let this shop append as often as its disk can be written
-- to and no oftener. So whoever appends commits without waiting, and whoever acts on it waits for the disk afterwards, all
-- of those at once: see docs/decisions/0003.
CREATE OR REPLACE FUNCTION events.take_turn() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    PERFORM pg_advisory_xact_lock(6410110211697);
    PERFORM set_config('synchronous_commit', 'off', true);
    RETURN NULL;
END
$$;
