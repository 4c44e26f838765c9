-- The journal: what became of every received file. One row a file, one a batch; records appear only in outbox and
-- reason, which are written by COPY and have one index each, in the order in which their rows come.

create table transmission (
    id             bigint generated always as identity primary key,
    exchange       text,                    -- null: no exchange claims the name
    partner        text        not null,
    channel        text        not null,
    file_name      text        not null,    -- made safe for showing
    location       text        not null,
    size           bigint      not null,
    modified       timestamptz not null,
    removed        boolean     not null default false, -- whether the bytes are gone from where they came from
    correlation_id text,
    sha256         text        not null,
    received_at    timestamptz not null,
    state          text        not null,
    fate           text,
    previous_fate  text,
    code           text,                    -- of the reason that decided the fate
    first          bigint,                  -- of a duplicate: the transmission that had these bytes before
    released       boolean     not null default false,
    round          int         not null default 0,     -- how often it was replayed
    outcomes       int         not null default 0,     -- how often its outcome was told
    decided_at     timestamptz,
    mapping        text,                    -- digest of the mapping that verified it; null: not verified
    encoding       text,
    number         bigint,
    file_type      text,                    -- of a house file
    dated          boolean     not null default true,
    records        bigint      not null default 0,
    details        bigint      not null default 0,
    applied        bigint      not null default 0,
    rejected       bigint      not null default 0,
    counted        bigint      not null default 0,
    not_ours       bigint      not null default 0,
    faults         text        not null default '[]'   -- JSON, in the order in which they count
);

create index transmission_bytes on transmission (sha256);
create index transmission_unfinished on transmission (id) where state not in ('HELD', 'FINISHED');
create index transmission_held on transmission (exchange, channel) where state = 'HELD';
create index transmission_not_removed on transmission (partner, location) where not removed;

create table batch (
    transmission  bigint not null,
    number        int    not null,
    file_offset   bigint not null,
    length        int    not null,
    first_record  bigint not null,
    records       int    not null,
    parents       text   not null,          -- JSON
    translated_at timestamptz,
    published_at  timestamptz,
    applied       int    not null default 0,
    rejected      int    not null default 0,
    counted       int    not null default 0,
    not_ours      int    not null default 0,
    updates       jsonb  not null default '{}',        -- how many of each type, without csms.
    primary key (transmission, number)
);

create table outbox (
    transmission bigint  not null,
    batch        int     not null,
    seq          int     not null,
    record       bigint  not null,
    restricted   boolean not null,
    id           text    not null,
    type         text    not null,
    subject      text    not null,
    json         bytea   not null
);

create index outbox_batch on outbox (transmission, batch);

create table reason (
    transmission bigint not null,
    batch        int    not null,           -- 0: of the file, or of records compared with each other
    record       bigint not null,
    severity     text   not null,           -- FILE, RECORD or WARNING
    code         text   not null,
    place        text   not null,
    field        text   not null,
    start        int    not null,
    length       int    not null,
    message      text   not null,
    reportable   text   not null            -- for ALL/RJCT alone
);

create index reason_record on reason (transmission, record);

create table step (
    id           bigint generated always as identity,
    transmission bigint      not null,
    at           timestamptz not null,
    step         text        not null,
    note         text        not null
);

create index step_transmission on step (transmission, id);

-- Positions count on when the partner's numbers begin anew, so that 000001 after 999999 is not its first use again.
create table series (
    exchange text   not null,
    channel  text   not null,
    last     bigint not null,               -- every position from the first seen to this one is finished or was skipped
    primary key (exchange, channel)
);

create table series_number (
    exchange     text   not null,
    channel      text   not null,
    position     bigint not null,
    transmission bigint not null,           -- that used it up
    primary key (exchange, channel, position)
);

create table report_series (
    partner_code text   primary key,
    last         bigint not null
);

create table report (
    transmission bigint      primary key,
    number       bigint      not null,
    created_at   timestamptz not null,
    sha256       text                       -- of its bytes in the vault; null while it is being written
);
