-- What M-Pesa says that it took for the shop, and how that compares with the books.
CREATE TABLE edge.statement_line (
    receipt           text PRIMARY KEY,
    day               date   NOT NULL,
    amount_minor      bigint NOT NULL,
    currency          char(3) NOT NULL,
    at                timestamptz,
    phone_masked      varchar(20),
    account_reference text
);
CREATE INDEX statement_line_by_day ON edge.statement_line (day);
COMMENT ON TABLE edge.statement_line IS 'The provider''s list of payments, phones masked. Retention: 400 days.';

CREATE TABLE edge.reconciliation (
    day         date PRIMARY KEY,
    made_at     timestamptz NOT NULL,
    differences integer     NOT NULL,
    result      jsonb       NOT NULL
);
COMMENT ON TABLE edge.reconciliation IS 'One row per day that is over, as it was compared. Retention: 400 days.';
