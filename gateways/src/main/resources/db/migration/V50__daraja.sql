-- What the shop keeps about its dealings with Safaricom.
create schema if not exists process;
create schema if not exists edge;

create table process.daraja_token (
    id          smallint    primary key check (id = 1),
    token       text,
    fresh_until timestamptz,
    turn_until  timestamptz not null default '-infinity'
) with (fillfactor = 50);

comment on table process.daraja_token is
    'The one access token that all processes share, sealed. Retention: one row, written over.';

insert into process.daraja_token (id) values (1);

-- Addresses, phones and CheckoutRequestIDs are kept as keyed hashes; sealed is a prompt's id or a payout's phone.
create table process.daraja_address (
    token_hash        text        primary key,
    kind              text        not null check (kind in ('prompt', 'refund', 'question')),
    payment_id        uuid        not null,
    order_id          uuid        not null,
    subject_id        uuid        not null,
    person_id         uuid,
    amount_minor      bigint      not null,
    currency          text        not null,
    account_reference text,
    phone_hash        text,
    checkout_hash     text,
    sealed            text,
    receipt           text,
    via               text,
    conversation_id   text,
    originator_id     text,
    may_resend        boolean     not null default false,
    open              boolean     not null default false,
    created_at        timestamptz not null,
    unique (kind, subject_id)
) with (fillfactor = 70);

comment on table process.daraja_address is
    'The addresses that Safaricom was given, each with what belongs to it. Retention: as long as the payment.';

create unique index daraja_address_by_checkout on process.daraja_address (checkout_hash)
    where checkout_hash is not null;
create index daraja_address_by_phone on process.daraja_address (phone_hash) where open;
create index daraja_address_by_payment on process.daraja_address (payment_id);
create index daraja_address_by_reference on process.daraja_address (account_reference)
    where account_reference is not null;

create table edge.callback (
    id           uuid        primary key,
    content_hash text        not null unique,
    kind         text        not null,
    token_hash   text,
    body         text        not null,
    received_at  timestamptz not null default now(),
    matched      boolean,
    reason       text,
    payment_id   uuid
);

comment on table edge.callback is
    'What was posted to those addresses, sealed and stored before anybody looks at it.'
    ' Retention: 30 days, and the newest 10,000 of what belongs to nothing.';

create index callback_unmatched on edge.callback (received_at desc) where matched is not true;
create index callback_by_age on edge.callback (received_at);
