-- What the edge keeps for itself: imports under way, and how often products are looked at.

create table edge.import_job (
    id           uuid primary key,
    status       text        not null check (status in ('queued', 'running', 'succeeded', 'failed')),
    actor        text        not null,
    sheet        text,
    total        integer     not null default 0,
    next_record  integer     not null default 0,
    done         integer     not null default 0,
    failed       integer     not null default 0,
    runner       uuid,
    heartbeat_at timestamptz,
    created_at   timestamptz not null default now(),
    ended_at     timestamptz
) with (fillfactor = 50);

create index import_job_open on edge.import_job (created_at) where status in ('queued', 'running');
comment on table edge.import_job is 'Imports under way and lately ended. Retention: the sheet until the import ends, the rest for 30 days after it.';

create table edge.import_error (
    job_id  uuid    not null references edge.import_job (id) on delete cascade,
    line    integer not null,
    message text    not null,
    primary key (job_id, line)
);
comment on table edge.import_error is 'The lines that an import passed over. Retention: that of its job.';

create table edge.product_view (
    product_id uuid   not null,
    day        date   not null,
    views      bigint not null,
    primary key (product_id, day)
) with (fillfactor = 50);
comment on table edge.product_view is 'How often a product was looked at. Retention: for ever, one row per product and day.';
