-- Who can sign in. Times are UTC milliseconds since 1970; secrets are kept as hashes or encrypted.
create table person (
    name text not null primary key,
    name_key text not null unique,            -- the name in lower case: no two names differ by case alone
    handle text not null unique,              -- what a passkey knows the person by
    display_name text not null,
    email text not null,
    created bigint not null,
    invited_by text not null,
    state text not null check (state in ('invited', 'active', 'suspended', 'deactivated')),
    state_before text check (state_before in ('invited', 'active')),
    password_hash text,
    must_change bigint not null,
    stamp text not null,                      -- sessions of another stamp are dead
    failures bigint not null default 0,
    last_failure bigint,
    failure_before bigint,
    locked_until bigint,
    authenticator_key text,                   -- encrypted by the portal
    last_step bigint not null default 0      -- codes of this time step and older are spent
);

create table recovery_code (
    person text not null references person (name),
    hash text not null,
    spent bigint,
    primary key (person, hash)
);

create table passkey (
    credential_id bytea not null primary key,
    person text not null references person (name),
    label text not null,
    public_key bytea not null,
    sign_count bigint not null,
    transports text not null,                 -- separated by spaces
    created bigint not null,
    last_used bigint,
    user_verified bigint not null,
    backup_eligible bigint not null,
    backed_up bigint not null,
    attestation_object bytea not null,
    client_data bytea not null
);

create index passkey_person on passkey (person);

create table session (
    id text not null primary key,             -- SHA-256 of the cookie's secret
    person text not null references person (name),
    stamp text not null,
    stage text not null check (stage in ('password', 'settingup', 'changingpassword', 'complete')),
    created bigint not null,
    last_seen bigint not null,
    confirmed bigint,
    address text not null,
    agent text not null,
    ended bigint
);

create index session_person on session (person);

create table one_time_link (
    hash text not null primary key,           -- SHA-256 of the link's secret
    person text not null references person (name),
    purpose text not null check (purpose in ('invitation', 'password', 'secondfactor', 'both')),
    made_by text not null,
    created bigint not null,
    expires bigint not null,
    spent bigint
);

create index one_time_link_person on one_time_link (person);

create table person_request (
    id bigint generated always as identity primary key,
    person text not null references person (name),
    kind text not null check (kind in ('lostsecondfactor', 'lostboth', 'deactivation')),
    asked_by text not null,
    asked bigint not null,
    state text not null check (state in ('pending', 'approved', 'rejected')),
    decided_by text not null default '',
    decided bigint
);

create unique index person_request_pending on person_request (person) where state = 'pending';

create table api_key (
    prefix text not null primary key,
    hash text not null,                       -- SHA-256 of the whole key
    person text not null references person (name),
    label text not null,
    scopes text not null,                     -- separated by spaces
    created bigint not null,
    expires bigint not null,
    revoked bigint,
    last_used bigint
);

create index api_key_person on api_key (person);

create table audit_entry (
    id bigint generated always as identity primary key,
    time bigint not null,
    who text not null,
    address text not null,
    agent text not null,
    what text not null,
    scheme text not null,
    sequence bigint,
    outcome text not null
);

create index audit_entry_who on audit_entry (who, id);
create index audit_entry_time on audit_entry (time);

create function audit_entry_refuse() returns trigger language plpgsql as $$
begin raise exception 'the audit trail is only ever added to'; end $$;

create trigger audit_entry_kept before update or delete on audit_entry
    for each row execute function audit_entry_refuse();

create trigger audit_entry_kept_whole before truncate on audit_entry
    for each statement execute function audit_entry_refuse();

create table draft (
    owner text not null,
    draft_key text not null,
    json text not null,
    saved bigint not null,
    primary key (owner, draft_key)
);

create table protection_key (
    name text not null primary key,
    xml text not null
);
