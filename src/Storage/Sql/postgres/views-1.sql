-- Made from the journal; may be emptied at any time (views rebuild). Times are UTC milliseconds since 1970.
create table view_checkpoint (
    scheme text not null primary key,
    sequence bigint not null,
    hash bytea not null
);

create table view_journal (
    scheme text not null,
    sequence bigint not null,
    time bigint not null,
    actor text not null,
    command text not null,
    command_id text not null,
    events text not null,             -- names, separated by spaces
    hash text not null,
    primary key (scheme, sequence)
);

create index view_journal_actor on view_journal (scheme, actor, sequence);
create index view_journal_command on view_journal (scheme, command, sequence);
create index view_journal_command_id on view_journal (scheme, command_id);

create table view_statement (
    scheme text not null,
    transaction_id bigint not null,
    line integer not null,
    sequence bigint not null,
    time bigint not null,
    type text not null,
    account bigint not null,
    compartment text not null,
    asset text not null,
    quantity bigint not null,           -- tonnes, or minor units of money
    serials text not null,
    other bigint not null,
    primary key (scheme, transaction_id, line)
);

create index view_statement_account on view_statement (scheme, account, sequence);

create table view_holding (
    scheme text not null,
    account bigint not null,
    asset text not null,
    compartment text not null,
    quantity bigint not null,
    serials text not null,
    primary key (scheme, account, asset, compartment)
);

create table view_account (
    scheme text not null,
    account bigint not null,
    number text not null,
    kind text not null,
    status text not null,
    holder bigint,
    province text not null,
    name_zh text not null,
    name_en text not null,
    primary key (scheme, account)
);

create table view_obligation (
    scheme text not null,
    holder bigint not null,
    code text not null,
    name_zh text not null,
    name_en text not null,
    period text not null,
    due bigint not null,
    allowances bigint not null,
    offsets bigint not null,
    missing bigint not null,
    status text not null,
    primary key (scheme, period, holder)
);
