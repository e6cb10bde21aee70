create table attachment (
    hash bytea not null primary key,  -- SHA-256 of content
    size bigint not null,
    content bytea not null
);
