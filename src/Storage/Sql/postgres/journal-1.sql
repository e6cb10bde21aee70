create table journal_row (
    scheme text not null,
    sequence bigint not null check (sequence > 0),
    time bigint not null,             -- UTC, milliseconds since 1970
    actor text not null,
    command text not null,
    command_id bytea not null,        -- 16 bytes
    input_hash bytea not null,        -- SHA-256
    events text not null,             -- JSON, verbatim: the hash covers these very bytes
    previous bytea not null,          -- SHA-256 of the row before
    hash bytea not null,              -- SHA-256 of this row
    primary key (scheme, sequence)
);

create unique index journal_row_command on journal_row (scheme, command_id);

create table journal_lease (
    scheme text not null primary key,
    holder text not null,
    epoch bigint not null,
    until timestamptz not null        -- the database's clock
);

-- What the hash is taken of, for auditors: psql -AtX -c "select text from journal_text where scheme = '…' and sequence = 1"
create view journal_text as
select scheme, sequence,
       encode(previous, 'hex') || chr(10) || scheme || chr(10) || sequence || chr(10)
       || to_char(to_timestamp(time / 1000) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS')
       || '.' || lpad((time % 1000)::text, 3, '0') || 'Z' || chr(10)
       || actor || chr(10) || command || chr(10) || encode(command_id, 'hex') || chr(10)
       || encode(input_hash, 'hex') || chr(10) || events as text,
       encode(hash, 'hex') as hash
from journal_row;
