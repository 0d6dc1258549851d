-- How often what was set aside was tried, and since when a checkout is under way.
ALTER TABLE process.dead_letter_entry ADD COLUMN retries integer NOT NULL DEFAULT 0;
ALTER TABLE process.parked ADD COLUMN tries integer NOT NULL DEFAULT 0;
UPDATE process.parked SET tries = 3 WHERE cause LIKE 'Failed%';

ALTER TABLE process.saga_entry ADD COLUMN started_at timestamptz NOT NULL DEFAULT now();
UPDATE process.saga_entry s SET started_at = e.time_stamp::timestamptz
FROM process.association_value_entry a
JOIN events.domain_event e ON e.aggregate_identifier = a.association_value AND e.sequence_number = 0
WHERE a.saga_id = s.saga_id AND a.association_key = 'orderId';
CREATE INDEX saga_entry_by_age ON process.saga_entry (started_at);

-- All that was set aside, wherever its group keeps it: projections and reactions in Axon's table, the checkout in its own.
CREATE VIEW process.set_aside AS
SELECT d.dead_letter_id::uuid AS id,
       false AS of_process,
       d.processing_group AS processor,
       d.sequence_identifier AS sequenced_by,
       e.global_index AS position,
       coalesce(e.global_index, 0) AS turn,
       d.event_identifier AS event_id,
       d.payload_type AS event_type,
       coalesce(d.aggregate_identifier, e.aggregate_identifier) AS aggregate_id,
       d.enqueued_at AS parked_at,
       d.retries + CASE WHEN d.cause_type IS NULL THEN 0 ELSE 1 END AS tries,
       d.cause_type,
       NULL::text AS cause
FROM process.dead_letter_entry d
LEFT JOIN events.domain_event e ON e.event_identifier = d.event_identifier
UNION ALL
SELECT md5(p.processor || ':' || p.position)::uuid,
       true,
       p.processor,
       p.sequenced_by,
       e.global_index,
       p.position,
       p.event_id,
       p.event_type,
       e.aggregate_identifier,
       p.parked_at,
       p.tries,
       NULL,
       p.cause
FROM process.parked p
LEFT JOIN events.domain_event e ON e.event_identifier = p.event_id;
