-- The foundation. Rules for every table of a city (docs/decisions/0002-database.md): city_code leads every key,
-- is not null and never changes; no sequences, no triggers; foreign keys are named and added in a step of their own.
-- On a table that others refer to, no whole index but the primary key leads with city_code: while it is young the planner
-- cannot tell them apart, and the checks of foreign keys keep a plan that reads the whole city (2,500 writes a second to 260).
-- The migration runs as hejie_owner; the program logs in as hejie_app, which owns nothing.

create schema hejie;
grant usage on schema hejie to hejie_app;

-- Who acts, for the length of one transaction. Only set_context() sets it; an empty setting opens nothing.
create function hejie.set_context(city text, user_id uuid, unit_id uuid, role text) returns void
language plpgsql as $$
begin
  execute format('set local hejie.context = %L', concat_ws('|', city, coalesce(user_id::text, '-'), coalesce(unit_id::text, '-'), role));
end $$;

create function hejie.context_city() returns text language sql stable
  return nullif(split_part(current_setting('hejie.context', true), '|', 1), '');
create function hejie.context_user() returns uuid language sql stable
  return nullif(nullif(split_part(current_setting('hejie.context', true), '|', 2), ''), '-')::uuid;
create function hejie.context_unit() returns uuid language sql stable
  return nullif(nullif(split_part(current_setting('hejie.context', true), '|', 3), ''), '-')::uuid;
create function hejie.context_role() returns text language sql stable
  return nullif(split_part(current_setting('hejie.context', true), '|', 4), '');

-- Organisation --------------------------------------------------------------------------------------------------

create table hejie.city (
  city_code text not null primary key,
  name text not null,
  name_en text not null,
  zone text not null,
  pack_hash text not null,
  loaded_at timestamptz not null
);

create table hejie.region (
  city_code text not null,
  code text not null,
  name text not null,
  name_en text not null,
  level text not null check (level in ('city', 'county', 'township')),
  parent_code text,
  primary key (city_code, code)
);

create table hejie.unit (
  city_code text not null,
  id uuid not null,
  kind text not null check (kind in ('centre', 'department')),
  region_code text not null,
  parent_id uuid,
  code text not null,
  name text not null,
  name_en text not null,
  presence text check (presence in ('resident', 'rotating', 'on-call')),
  is_active boolean not null,
  -- what the pack said when it was last loaded; where the row differs, the city has edited it and the edit stays
  from_pack jsonb,
  version integer not null,
  primary key (city_code, id),
  constraint unit_code_once unique (code, city_code),
  check ((kind = 'department') = (parent_id is not null))
);
create index unit_by_region on hejie.unit (region_code, city_code, kind);

create table hejie.posting (
  city_code text not null,
  id uuid not null,
  user_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('clerk', 'dispatcher', 'handler', 'mediator', 'supervisor', 'leader', 'auditor', 'system-admin', 'security-admin')),
  from_day date not null,
  -- the last day on which it is in force
  until_day date,
  ended_at timestamptz,
  version integer not null,
  primary key (city_code, id),
  check (until_day is null or until_day >= from_day)
);
create unique index posting_once on hejie.posting (city_code, user_id, unit_id, role) where ended_at is null;
create index posting_by_unit on hejie.posting (city_code, unit_id) where ended_at is null;

create table hejie.absence (
  city_code text not null,
  id uuid not null,
  unit_id uuid not null,
  user_id uuid not null,
  deputy_user_id uuid not null,
  from_day date not null,
  until_day date not null,
  cancelled_at timestamptz,
  version integer not null,
  primary key (city_code, id),
  check (until_day >= from_day),
  check (deputy_user_id <> user_id)
);
create index absence_by_deputy on hejie.absence (city_code, deputy_user_id) where cancelled_at is null;
create index absence_by_user on hejie.absence (city_code, user_id) where cancelled_at is null;

create table hejie.organisation_event (
  city_code text not null,
  id uuid not null,
  type text not null,
  subject_id uuid not null,
  actor_user_id uuid,
  actor_unit_id uuid,
  actor_role text not null,
  recorded_at timestamptz not null,
  data jsonb not null,
  primary key (city_code, id)
);
create index organisation_event_by_subject on hejie.organisation_event (city_code, subject_id, id);

create table hejie.api_token (
  city_code text not null,
  id uuid not null,
  user_id uuid not null,
  label text not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (city_code, id),
  unique (city_code, token_hash)
);
create index api_token_by_user on hejie.api_token (city_code, user_id);

-- Matters -------------------------------------------------------------------------------------------------------

create table hejie.matter (
  city_code text not null,
  id uuid not null,
  code text not null,
  version integer not null,
  status text not null check (status in ('registered', 'accepted', 'offered', 'disputed', 'handling', 'resolved', 'answered', 'called-back', 'closed', 'declined')),
  is_open boolean not null generated always as (status not in ('closed', 'declined')) stored,
  channel text not null,
  kind text not null,
  region_code text not null,
  -- subject, story and request stand in clear, as do the terms in matter_search; the clerk is told, and they are erased with the matter
  subject text not null,
  story text not null,
  request text not null,
  needs text[] not null,
  danger text,
  is_anonymous boolean not null,
  party_count integer not null,
  lead_unit_id uuid not null,
  holder_unit_id uuid not null,
  handling_unit_id uuid,
  handler_user_id uuid,
  offered_to_centre boolean not null,
  returns integer not null,
  reopenings integer not null,
  outcome text check (outcome in ('settled', 'partly-settled', 'not-settled', 'withdrawn', 'referred-out')),
  not_reached_on date[] not null,
  is_sampled boolean not null,
  due_on date,
  registered_at timestamptz not null,
  registered_by uuid,
  ended_at timestamptz,
  -- history that was brought in from another system: no clocks, no messages, no secrets
  source text,
  source_number text,
  is_history boolean not null,
  -- the matter's own key, wrapped by the key of the centre that leads it
  wrapped_key bytea,
  -- of open matters only, where both sides are identified natural persons; deleted at the end
  pair_hash bytea,
  primary key (city_code, id),
  constraint matter_code_once unique (code, city_code),
  check ((source is null) = (source_number is null)),
  check ((due_on is not null) = (status not in ('closed', 'declined')))
);
create unique index matter_source_once on hejie.matter (city_code, source, source_number) where source is not null;
create index matter_queue_of_holder on hejie.matter (city_code, holder_unit_id, due_on, id) where is_open;
create index matter_queue_of_lead on hejie.matter (city_code, lead_unit_id, due_on, id) where is_open;
create index matter_queue_of_region on hejie.matter (city_code, region_code, due_on, id) where is_open;
create index matter_of_handler on hejie.matter (city_code, handler_user_id) where is_open and handler_user_id is not null;
create index matter_ended on hejie.matter (city_code, lead_unit_id, ended_at desc, id desc) where not is_open;
create index matter_ended_at_office on hejie.matter (city_code, handling_unit_id, ended_at desc, id desc)
  where not is_open and handling_unit_id is not null;
create index matter_sampled on hejie.matter (city_code, lead_unit_id, id) where is_sampled;
create index matter_open_pair on hejie.matter (city_code, pair_hash) where pair_hash is not null;

create table hejie.participation (
  city_code text not null,
  matter_id uuid not null,
  unit_id uuid not null,
  part text not null check (part in ('holder', 'lead', 'assisting', 'origin')),
  from_at timestamptz not null,
  until_at timestamptz,
  id uuid not null,
  -- a sealed matter: who at the unit may read it; null where everybody at work there may
  readers uuid[],
  primary key (city_code, matter_id, id)
);
create unique index participation_now on hejie.participation (city_code, matter_id, unit_id, part) where until_at is null;
create index participation_of_unit on hejie.participation (city_code, unit_id, part, matter_id) where until_at is null;

create table hejie.clock (
  city_code text not null,
  matter_id uuid not null,
  id uuid not null,
  step text not null,
  started_on date not null,
  limit_count integer not null check (limit_count >= 1),
  limit_unit text not null check (limit_unit in ('working-day', 'natural-day')),
  due_on date not null,
  is_provisional boolean not null,
  source text not null,
  ended_on date,
  primary key (city_code, matter_id, id)
);
create index clock_provisional on hejie.clock (city_code, due_on) where is_provisional and ended_on is null;

create table hejie.party (
  city_code text not null,
  matter_id uuid not null,
  id uuid not null,
  position integer not null,
  seat text not null check (seat in ('applicant', 'respondent', 'representative')),
  kind text not null check (kind in ('person', 'organisation', 'anonymous')),
  -- name, phone, number and address, encrypted with the matter's key
  sealed bytea,
  -- keyed hashes under the leading centre's own key, while the matter is open: for a visitor who is present
  look_up_unit_id uuid,
  phone_hash bytea,
  number_hash bytea,
  secret_generation integer not null,
  primary key (city_code, matter_id, id)
);
create index party_by_phone on hejie.party (city_code, look_up_unit_id, phone_hash) where phone_hash is not null;
create index party_by_number on hejie.party (city_code, look_up_unit_id, number_hash) where number_hash is not null;

create table hejie.event (
  city_code text not null,
  matter_id uuid not null,
  -- the version that the event made
  version integer not null,
  id uuid not null,
  type text not null,
  -- somebody on the staff, acting for a unit, or a party of the matter
  actor_user_id uuid,
  actor_unit_id uuid,
  actor_party_id uuid,
  actor_role text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  -- no personal data here; what is sensitive is sealed with the matter's key
  data jsonb not null,
  sealed bytea,
  primary key (city_code, matter_id, version)
);

create table hejie.paper (
  city_code text not null,
  matter_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('application', 'identity', 'evidence', 'record', 'agreement', 'letter', 'other')),
  media_type text not null,
  size_bytes integer not null,
  address text not null,
  sealed bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (city_code, matter_id, id)
);

create table hejie.idempotency (
  city_code text not null,
  user_id uuid not null,
  operation text not null,
  key text not null,
  body_hash bytea not null,
  ids jsonb not null,
  recorded_at timestamptz not null,
  primary key (city_code, user_id, operation, key)
);
create index idempotency_by_age on hejie.idempotency (city_code, recorded_at);

create table hejie.draft (
  city_code text not null,
  user_id uuid not null,
  sealed bytea not null,
  updated_at timestamptz not null,
  version integer not null,
  primary key (city_code, user_id)
);

create table hejie.access_log (
  city_code text not null,
  id uuid not null,
  at timestamptz not null,
  user_id uuid not null,
  unit_id uuid not null,
  role text not null,
  what text not null,
  matter_id uuid,
  purpose text,
  data jsonb not null,
  primary key (city_code, id)
);
create index access_log_by_matter on hejie.access_log (city_code, matter_id, id) where matter_id is not null;
create index access_log_by_user on hejie.access_log (city_code, user_id, id);

-- Foreign keys, in a step of their own ----------------------------------------------------------------------------

alter table hejie.region add constraint region_city foreign key (city_code) references hejie.city (city_code);
alter table hejie.unit add constraint unit_region foreign key (city_code, region_code) references hejie.region (city_code, code);
alter table hejie.unit add constraint unit_parent foreign key (city_code, parent_id) references hejie.unit (city_code, id);
alter table hejie.posting add constraint posting_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);
alter table hejie.absence add constraint absence_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);
alter table hejie.matter add constraint matter_region foreign key (city_code, region_code) references hejie.region (city_code, code);
alter table hejie.matter add constraint matter_lead foreign key (city_code, lead_unit_id) references hejie.unit (city_code, id);
alter table hejie.matter add constraint matter_holder foreign key (city_code, holder_unit_id) references hejie.unit (city_code, id);
alter table hejie.participation add constraint participation_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.participation add constraint participation_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);
alter table hejie.clock add constraint clock_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.party add constraint party_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.event add constraint event_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.paper add constraint paper_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);

-- Who sees what: participation, once more ---------------------------------------------------------------------------

-- Whether the acting unit takes part in a matter now; of a sealed one, whether its reader does. A party, whose id stands
-- in the person's place, takes part in their own matter. Reads past the policies, which call it.
create function hejie.takes_part(city text, matter uuid) returns boolean
language sql stable security definer set search_path = pg_catalog
return city = hejie.context_city() and case when hejie.context_role() = 'party' then exists (
  select 1 from hejie.party p
  where p.city_code = city and p.matter_id = matter and p.id = hejie.context_user()
) else exists (
  select 1 from hejie.participation p
  where p.city_code = city and p.matter_id = matter and p.unit_id = hejie.context_unit()
    and p.until_at is null and p.part <> 'origin' and (p.readers is null or hejie.context_user() = any(p.readers))
) end;

do $$
declare t text;
begin
  foreach t in array array['matter', 'participation', 'clock', 'party', 'event', 'paper'] loop
    execute format('alter table hejie.%I enable row level security', t);
    execute format('create policy adds on hejie.%I for insert to hejie_app with check (city_code = hejie.context_city())', t);
  end loop;
  foreach t in array array['participation', 'clock', 'party', 'event', 'paper'] loop
    execute format('create policy reads on hejie.%I for select to hejie_app using (hejie.takes_part(city_code, matter_id))', t);
  end loop;
  foreach t in array array['participation', 'clock', 'party', 'paper'] loop
    execute format('create policy changes on hejie.%I for update to hejie_app using (hejie.takes_part(city_code, matter_id)) with check (city_code = hejie.context_city())', t);
  end loop;
end $$;
create policy reads on hejie.matter for select to hejie_app using (hejie.takes_part(city_code, id));
create policy changes on hejie.matter for update to hejie_app
  using (hejie.takes_part(city_code, id)) with check (city_code = hejie.context_city());

alter table hejie.idempotency enable row level security;
create policy own on hejie.idempotency to hejie_app
  using (city_code = hejie.context_city() and user_id = hejie.context_user());
alter table hejie.draft enable row level security;
create policy own on hejie.draft to hejie_app
  using (city_code = hejie.context_city() and user_id = hejie.context_user());
alter table hejie.access_log enable row level security;
create policy adds on hejie.access_log for insert to hejie_app
  with check (city_code = hejie.context_city() and user_id = hejie.context_user());
create policy audits on hejie.access_log for select to hejie_app
  using (city_code = hejie.context_city() and hejie.context_role() = 'auditor');
alter table hejie.organisation_event enable row level security;
create policy adds on hejie.organisation_event for insert to hejie_app with check (city_code = hejie.context_city());
create policy audits on hejie.organisation_event for select to hejie_app
  using (city_code = hejie.context_city() and hejie.context_role() in ('auditor', 'system-admin', 'security-admin'));

grant select, insert, update on hejie.city, hejie.region, hejie.unit, hejie.posting, hejie.absence, hejie.api_token to hejie_app;
grant select, insert, update on hejie.matter, hejie.participation, hejie.clock, hejie.party, hejie.paper to hejie_app;
-- events and openings are written once
grant select, insert on hejie.event, hejie.access_log, hejie.organisation_event, hejie.idempotency to hejie_app;
grant select, insert, update, delete on hejie.draft to hejie_app;

-- Windows past participation, each with its own narrow columns --------------------------------------------------------

-- Open matters of a region for those who supervise it or must read its figures: no parties, no story.
create function hejie.overseen_matters(city text, prefix text)
returns table (id uuid, code text, kind text, status text, region_code text, lead_unit_id uuid, holder_unit_id uuid,
  returns integer, reopenings integer, danger text, due_on date, registered_at timestamptz)
language sql stable security definer set search_path = pg_catalog rows 1000
begin atomic
  select m.id, m.code, m.kind, m.status, m.region_code, m.lead_unit_id, m.holder_unit_id,
    m.returns, m.reopenings, m.danger, m.due_on, m.registered_at
  from hejie.matter m
  where m.city_code = city and m.is_open
    and city = hejie.context_city() and hejie.context_role() in ('supervisor', 'leader')
    and m.region_code >= prefix and m.region_code < prefix || '~'
    and exists (
      select 1 from hejie.unit u
      where u.city_code = city and u.id = hejie.context_unit() and starts_with(prefix, u.region_code)
    );
end;

-- What a centre that passed a matter on may still see of it: code and stage.
create function hejie.origin_matters(city text)
returns table (id uuid, code text, status text, lead_unit_id uuid)
language sql stable security definer set search_path = pg_catalog rows 100
begin atomic
  select m.id, m.code, m.status, m.lead_unit_id
  from hejie.participation p join hejie.matter m on m.city_code = p.city_code and m.id = p.matter_id
  where p.city_code = city and city = hejie.context_city() and p.unit_id = hejie.context_unit()
    and p.part = 'origin' and p.until_at is null;
end;

revoke execute on all functions in schema hejie from public;
grant execute on all functions in schema hejie to hejie_app;
