-- Not in the read schema: what somebody has read is told by no event, so it outlives a rebuild.
create table edge.notification_mark (
    notification_id uuid primary key,
    account_id      uuid        not null,
    read_at         timestamptz not null default now()
);

create index notification_mark_by_account on edge.notification_mark (account_id);
comment on table edge.notification_mark is 'Which notifications their owners have read. Retention: that of the notification.';
