CREATE TABLE process.completeness (
    processor    varchar(80) PRIMARY KEY,
    position     bigint      NOT NULL,
    events       bigint      NOT NULL,
    position_sum numeric     NOT NULL,
    checked_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE process.completeness IS 'Up to where a reader was last proved to have taken every event that is its own. Retention: one row per reader.';
