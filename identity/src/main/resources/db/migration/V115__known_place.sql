CREATE TABLE identity.known_place (
    account_id   uuid        NOT NULL REFERENCES identity.account ON DELETE CASCADE,
    place_hash   char(64)    NOT NULL,
    last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (account_id, place_hash)
);
COMMENT ON TABLE identity.known_place IS 'From where somebody opened their account, as keyed hashes of networks: whoever guesses its password elsewhere does not keep them out. Retention: 60 days after the last time, swept hourly.';

CREATE INDEX known_place_by_age ON identity.known_place (last_seen_at);
