-- Who can sign in. Times are UTC milliseconds since 1970; secrets are kept as hashes or encrypted.
create table person (
    name text not null primary key,
    name_key text not null unique,            -- the name in lower case: no two names differ by case alone
    handle text not null unique,              -- what a passkey knows the person by
    display_name text not null,
    email text not null,
    created integer not null,
    invited_by text not null,
    state text not null check (state in ('invited', 'active', 'suspended', 'deactivated')),
    state_before text check (state_before in ('invited', 'active')),
    password_hash text,
    must_change integer not null,
    stamp text not null,                      -- sessions of another stamp are dead
    failures integer not null default 0,
    last_failure integer,
    failure_before integer,
    locked_until integer,
    authenticator_key text,                   -- encrypted by the portal
    last_step integer not null default 0      -- codes of this time step and older are spent
) without rowid;

create table recovery_code (
    person text not null references person (name),
    hash text not null,
    spent integer,
    primary key (person, hash)
) without rowid;

create table passkey (
    credential_id blob not null primary key,
    person text not null references person (name),
    label text not null,
    public_key blob not null,
    sign_count integer not null,
    transports text not null,                 -- separated by spaces
    created integer not null,
    last_used integer,
    user_verified integer not null,
    backup_eligible integer not null,
    backed_up integer not null,
    attestation_object blob not null,
    client_data blob not null
) without rowid;

create index passkey_person on passkey (person);

create table session (
    id text not null primary key,             -- SHA-256 of the cookie's secret
    person text not null references person (name),
    stamp text not null,
    stage text not null check (stage in ('password', 'settingup', 'changingpassword', 'complete')),
    created integer not null,
    last_seen integer not null,
    confirmed integer,
    address text not null,
    agent text not null,
    ended integer
) without rowid;

create index session_person on session (person);

create table one_time_link (
    hash text not null primary key,           -- SHA-256 of the link's secret
    person text not null references person (name),
    purpose text not null check (purpose in ('invitation', 'password', 'secondfactor', 'both')),
    made_by text not null,
    created integer not null,
    expires integer not null,
    spent integer
) without rowid;

create index one_time_link_person on one_time_link (person);

create table person_request (
    id integer not null primary key autoincrement,
    person text not null references person (name),
    kind text not null check (kind in ('lostsecondfactor', 'lostboth', 'deactivation')),
    asked_by text not null,
    asked integer not null,
    state text not null check (state in ('pending', 'approved', 'rejected')),
    decided_by text not null default '',
    decided integer
);

create unique index person_request_pending on person_request (person) where state = 'pending';

create table api_key (
    prefix text not null primary key,
    hash text not null,                       -- SHA-256 of the whole key
    person text not null references person (name),
    label text not null,
    scopes text not null,                     -- separated by spaces
    created integer not null,
    expires integer not null,
    revoked integer,
    last_used integer
) without rowid;

create index api_key_person on api_key (person);

create table audit_entry (
    id integer not null primary key autoincrement,
    time integer not null,
    who text not null,
    address text not null,
    agent text not null,
    what text not null,
    scheme text not null,
    sequence integer,
    outcome text not null
);

create index audit_entry_who on audit_entry (who, id);
create index audit_entry_time on audit_entry (time);

create trigger audit_entry_kept_as_it_is before update on audit_entry
begin select raise(abort, 'the audit trail is only ever added to'); end;

create trigger audit_entry_kept before delete on audit_entry
begin select raise(abort, 'the audit trail is only ever added to'); end;

create table draft (
    owner text not null,
    draft_key text not null,
    json text not null,
    saved integer not null,
    primary key (owner, draft_key)
) without rowid;
