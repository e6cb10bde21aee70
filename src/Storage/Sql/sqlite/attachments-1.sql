create table attachment (
    hash blob not null primary key,   -- SHA-256 of content
    size integer not null,
    content blob not null
);
