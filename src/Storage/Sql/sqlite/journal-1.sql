-- One file is one scheme's journal, so the sequence alone is the key (and the fastest one SQLite has).
create table journal_info (
    scheme text not null primary key
) without rowid;

create table journal_row (
    sequence integer primary key check (sequence > 0),
    time integer not null,            -- UTC, milliseconds since 1970
    actor text not null,
    command text not null,
    command_id blob not null,         -- 16 bytes
    input_hash blob not null,         -- SHA-256
    events text not null,             -- JSON, verbatim: the hash covers these very bytes
    previous blob not null,           -- SHA-256 of the row before
    hash blob not null                -- SHA-256 of this row
);

-- No index on command_id: ids are random, so each would dirty a page of its own, and commits would write ten times as
-- much. The sequencer knows every id of its journal; the views index them for people.

create table journal_lease (
    scheme text not null primary key,
    holder text not null,
    epoch integer not null,
    until integer not null            -- milliseconds since 1970, this machine's clock
) without rowid;

-- What the hash is taken of, for auditors: sqlite3 -noheader FILE "select text from journal_text where sequence = 1"
create view journal_text as
select sequence,
       lower(hex(previous)) || char(10) || scheme || char(10) || sequence || char(10)
       || strftime('%Y-%m-%dT%H:%M:%S', time / 1000, 'unixepoch') || printf('.%03dZ', time % 1000) || char(10)
       || actor || char(10) || command || char(10) || lower(hex(command_id)) || char(10)
       || lower(hex(input_hash)) || char(10) || events as text,
       lower(hex(hash)) as hash
from journal_row, journal_info;
