CREATE TABLE edge.posted (
    id       varchar(120) NOT NULL,
    channel  varchar(8)   NOT NULL,
    begun_at timestamptz  NOT NULL DEFAULT now(),
    PRIMARY KEY (id, channel)
);
COMMENT ON TABLE edge.posted IS 'Which messages were begun, so that none goes out twice; not who reads them. Retention: 90 days, swept daily.';

CREATE INDEX posted_by_age ON edge.posted (begun_at);
