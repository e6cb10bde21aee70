-- One row when this store is a demonstration: anybody may be anybody there, for ever.
create table demonstration (
    id integer not null primary key check (id = 1),
    since bigint not null
);
