-- Getting in: second factors, passkeys, waits that a restart does not forget, tokens that people make for programs.

-- What a session was opened with, and when its holder last proved who they are. One that is pending has its password
-- and waits for the second factor: it opens nothing.
alter table sign_in.session
  add column factors integer not null default 1 check (factors in (1, 2)),
  add column proved_at timestamptz not null default current_timestamp,
  add column is_pending boolean not null default false,
  add column wrong_codes integer not null default 0;
-- a session from before this migration has proved nothing lately
update sign_in.session set proved_at = created_at;
create index session_by_start on sign_in.session (created_at);

-- One subject at the city's own sign-in is one person here.
create unique index account_by_provider on sign_in.account (provider_id, account_id);

-- better-auth's, like the tables of 0002.
create table sign_in.passkey (
  id uuid not null primary key,
  name text,
  public_key text not null,
  user_id uuid not null references sign_in."user" (id) on delete cascade,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz not null default current_timestamp,
  aaguid text
);
create index passkey_by_user on sign_in.passkey (user_id);

-- An authenticator app. The secret is sealed with a key that stands outside the database; a row that was never confirmed
-- asks nobody for a code. A code is good for its own step of time only, and each step for one code.
create table sign_in.totp (
  user_id uuid not null primary key references sign_in."user" (id) on delete cascade,
  secret bytea not null,
  started_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

-- Recovery codes, as keyed hashes; each works once.
create table sign_in.recovery_code (
  user_id uuid not null references sign_in.totp (user_id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

-- Who has to wait before the next try. The key is a keyed hash of a user name (there be such an account or not) or of an
-- address: the table tells nobody who tried what, or from where.
create table sign_in.wait (
  key bytea not null primary key,
  tries integer not null,
  last_at timestamptz not null,
  until timestamptz not null
);
create index wait_by_time on sign_in.wait (last_at);

grant select, insert, update, delete on sign_in.passkey, sign_in.totp, sign_in.recovery_code, sign_in.wait to hejie_app;

-- A token that a person made for a program: one posting, named doors, an end. Without a scope it is the program's own.
alter table hejie.api_token
  add column posting_id uuid,
  add column scope text[],
  add column is_read_only boolean not null default false,
  add constraint api_token_bounds
    check (scope is null or (posting_id is not null and expires_at is not null and cardinality(scope) > 0));
alter table hejie.api_token add constraint api_token_posting
  foreign key (city_code, posting_id) references hejie.posting (city_code, id);
create index api_token_by_posting on hejie.api_token (city_code, posting_id) where revoked_at is null;
