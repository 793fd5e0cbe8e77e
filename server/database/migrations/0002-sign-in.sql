-- Who may sign in. The tables are better-auth's (a test compares them with what it expects), in a schema of their own:
-- they belong to the installation, not to a city, and no query joins them with parties.

create schema sign_in;
grant usage on schema sign_in to hejie_app;

create table sign_in."user" (
  id uuid not null primary key,
  name text not null,
  -- better-auth wants an address; ours are <username>@x.invalid and reach nobody
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  username text unique,
  -- ours: accounts are never deleted, because events name them
  disabled_at timestamptz
);

create table sign_in.session (
  id uuid not null primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references sign_in."user" (id) on delete cascade
);
create index session_user_id_idx on sign_in.session (user_id);

create table sign_in.account (
  id uuid not null primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references sign_in."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- argon2id; null for a disabled account
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index account_user_id_idx on sign_in.account (user_id);

create table sign_in.verification (
  id uuid not null primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verification_identifier_idx on sign_in.verification (identifier);

-- The one-time link of a production's first start. At most one row counts: the next start replaces an unused one.
create table sign_in.first_administrator_link (
  id uuid not null primary key,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

grant select, insert, update on sign_in."user", sign_in.account, sign_in.first_administrator_link to hejie_app;
grant select, insert, update, delete on sign_in.session, sign_in.verification to hejie_app;
grant delete on sign_in.first_administrator_link to hejie_app;
