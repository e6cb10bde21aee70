-- Letters to persons. Times are milliseconds since 1970, UTC; those of circulars are the market's own.
create table letter (
    id bigint generated always as identity primary key,
    person text not null,
    scheme text not null,
    letter_key text not null,
    kind text not null check (kind in ('event', 'decision', 'reminder', 'circular', 'signin')),
    subject_zh text not null,
    subject_en text not null,
    body_zh text not null,
    body_en text not null,
    path text not null,
    written bigint not null,
    read_at bigint,
    mailed bigint,
    attempts integer not null default 0
);

-- Nobody gets a letter twice.
create unique index letter_once on letter (person, scheme, letter_key);
create index letter_unread on letter (person) where read_at is null;
create index letter_unmailed on letter (id) where mailed is null;

-- The last row of a market that letters tell of.
create table letter_position (
    scheme text not null primary key,
    sequence bigint not null
);

create table circular (
    id bigint generated always as identity primary key,
    scheme text not null,
    author text not null,
    subject_zh text not null,
    subject_en text not null,
    body_zh text not null,
    body_en text not null,
    audience text not null check (audience in ('everybody', 'representatives', 'officials', 'owing')),
    repetition text not null check (repetition in ('once', 'daily', 'weekly', 'monthly')),
    starts bigint not null,
    ends bigint not null,
    next_at bigint,
    sent integer not null default 0
);

-- Somebody asks for another name or address of theirs; somebody else decides.
create table details_request (
    id bigint generated always as identity primary key,
    person text not null references person (name),
    display_name text not null,
    email text not null,
    asked bigint not null,
    state text not null check (state in ('pending', 'approved', 'rejected')),
    decided_by text not null default '',
    decided bigint
);

create unique index details_request_pending on details_request (person) where state = 'pending';
