-- Made from the journal; may be emptied at any time (views rebuild). Times are UTC milliseconds since 1970.
create table view_checkpoint (
    scheme text not null primary key,
    sequence integer not null,
    hash blob not null
) without rowid;

create table view_journal (
    scheme text not null,
    sequence integer not null,
    time integer not null,
    actor text not null,
    command text not null,
    command_id text not null,
    events text not null,             -- names, separated by spaces
    hash text not null,
    primary key (scheme, sequence)
) without rowid;

create index view_journal_actor on view_journal (scheme, actor, sequence);
create index view_journal_command on view_journal (scheme, command, sequence);
create index view_journal_command_id on view_journal (scheme, command_id);

create table view_statement (
    scheme text not null,
    transaction_id integer not null,
    line integer not null,
    sequence integer not null,
    time integer not null,
    type text not null,
    account integer not null,
    compartment text not null,
    asset text not null,
    quantity integer not null,           -- tonnes, or minor units of money
    serials text not null,
    other integer not null,
    primary key (scheme, transaction_id, line)
) without rowid;

create index view_statement_account on view_statement (scheme, account, sequence);

create table view_holding (
    scheme text not null,
    account integer not null,
    asset text not null,
    compartment text not null,
    quantity integer not null,
    serials text not null,
    primary key (scheme, account, asset, compartment)
) without rowid;

create table view_account (
    scheme text not null,
    account integer not null,
    number text not null,
    kind text not null,
    status text not null,
    holder integer,
    province text not null,
    name_zh text not null,
    name_en text not null,
    primary key (scheme, account)
) without rowid;

create table view_obligation (
    scheme text not null,
    holder integer not null,
    code text not null,
    name_zh text not null,
    name_en text not null,
    period text not null,
    due integer not null,
    allowances integer not null,
    offsets integer not null,
    missing integer not null,
    status text not null,
    primary key (scheme, period, holder)
) without rowid;
