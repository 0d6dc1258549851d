CREATE TABLE process.reader_handles (
    processor    varchar(80)  NOT NULL,
    payload_type varchar(120) NOT NULL,
    PRIMARY KEY (processor, payload_type)
);
COMMENT ON TABLE process.reader_handles IS 'Which events are whose, so that a checker can compare group_progress with the store without the program. Retention: written anew at each start.';
