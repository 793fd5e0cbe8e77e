-- The four colours: the versions of their rules, and going through the open matters when the rules change.

-- A table of levels as a city published it; the city pack's own is version 0 and stands in no row.
create table hejie.level_version (
  city_code text not null,
  version integer not null check (version >= 1),
  id uuid not null,
  in_force_from date not null,
  rows jsonb not null,
  note text not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (city_code, version)
);
alter table hejie.level_version add constraint level_version_city
  foreign key (city_code) references hejie.city (city_code);
alter table hejie.level_version enable row level security;
create policy reads on hejie.level_version for select to hejie_app using (city_code = hejie.context_city());
create policy publishes on hejie.level_version for insert to hejie_app
  with check (city_code = hejie.context_city() and published_by = hejie.context_user()
    and hejie.context_role() = 'supervisor');
-- written once, like an event
grant select, insert on hejie.level_version to hejie_app;

-- How far the open matters have been gone through for the rules in force, so that it goes on after an interruption.
create table hejie.level_follow (
  city_code text not null primary key,
  version integer not null,
  -- of the rows: a reloaded pack changes them without a new version
  table_hash text not null,
  done integer not null,
  total integer not null,
  last_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz
);
alter table hejie.level_follow add constraint level_follow_city
  foreign key (city_code) references hejie.city (city_code);
alter table hejie.level_follow enable row level security;
create policy reads on hejie.level_follow for select to hejie_app using (city_code = hejie.context_city());
create policy adds on hejie.level_follow for insert to hejie_app
  with check (city_code = hejie.context_city() and hejie.context_role() = 'program');
create policy changes on hejie.level_follow for update to hejie_app
  using (city_code = hejie.context_city() and hejie.context_role() = 'program');
grant select, insert, update on hejie.level_follow to hejie_app;

-- Open matters by key, with what their colour rests on, locked until the transaction ends: whoever takes a step meanwhile
-- waits, and nobody's newer day is overwritten. Numbers and days only.
create function hejie.levelled_matters(city text, after uuid, at_most integer)
returns table (id uuid, due_from date, due_on date, running_due date[], returned_times integer, transfers integer,
  reopenings integer, party_count integer, is_in_danger boolean)
language sql volatile security definer set search_path = pg_catalog rows 500
begin atomic
  select m.id, m.due_from, m.due_on,
    array(select c.due_on from hejie.clock c
      where c.city_code = city and c.matter_id = m.id and c.ended_on is null and c.task_id is null and c.owed_by <> 'party'),
    m.returned_times, m.transfers, m.reopenings, m.party_count, m.danger is not null
  from hejie.matter m
  where m.city_code = city and m.is_open and (after is null or m.id > after)
    and city = hejie.context_city() and hejie.context_role() = 'program'
  order by m.id limit least(at_most, 1000)
  for no key update of m;
end;

-- A day that has come already stays: its change is still to be told, and whoever tells it reckons the next.
create function hejie.set_next_levels(city text, ids uuid[], days date[], today date) returns void
language sql volatile security definer set search_path = pg_catalog
begin atomic
  update hejie.matter m set next_level_on = n.day
  from unnest(ids, days) as n (id, day)
  where m.city_code = city and m.id = n.id and m.next_level_on is distinct from n.day
    and (m.next_level_on is null or m.next_level_on > today)
    and city = hejie.context_city() and hejie.context_role() = 'program';
end;

create function hejie.open_matters_count(city text) returns integer
language sql stable security definer set search_path = pg_catalog
return (
  select count(*)::integer from hejie.matter m
  where m.city_code = city and m.is_open and city = hejie.context_city() and hejie.context_role() = 'program');

-- Whether somebody supervises the whole city, and so may try and publish its rules.
create function hejie.supervises_city(city text) returns boolean
language sql stable security definer set search_path = pg_catalog
return city = hejie.context_city() and hejie.context_role() = 'supervisor' and exists (
  select from hejie.unit u join hejie.region r on r.city_code = u.city_code and r.code = u.region_code
  where u.city_code = city and u.id = hejie.context_unit() and u.kind = 'centre' and r.level = 'city');

-- Matters that were open at some time since, for the trial of rules: code, office, and of their events the clear facts of
-- clocks and stages. No party, no story.
create function hejie.level_history(city text, zone text, since timestamptz, after uuid, at_most integer)
returns table (id uuid, code text, lead_unit_id uuid, is_open boolean, is_sealed boolean, party_count integer, events jsonb)
language sql stable security definer set search_path = pg_catalog rows 200
begin atomic
  select m.id, m.code, m.lead_unit_id, m.is_open, m.seal_ground is not null, m.party_count, (
    select jsonb_agg(jsonb_build_object('on', (e.recorded_at at time zone zone)::date, 'type', e.type,
      'from', e.data -> 'from', 'to', e.data -> 'to', 'opened', e.data -> 'opened', 'ended', e.data -> 'ended',
      'changed', e.data -> 'changed', 'partyCount', e.data -> 'partyCount') order by e.version)
    from hejie.event e where e.city_code = city and e.matter_id = m.id)
  from hejie.matter m
  where m.city_code = city and not m.is_history and (m.is_open or m.ended_at >= since)
    and (after is null or m.id > after) and hejie.supervises_city(city)
  order by m.id limit least(at_most, 500);
end;

create function hejie.level_history_count(city text, since timestamptz) returns integer
language sql stable security definer set search_path = pg_catalog
return (
  select count(*)::integer from hejie.matter m
  where m.city_code = city and not m.is_history and (m.is_open or m.ended_at >= since) and hejie.supervises_city(city));

-- Open matters of a region for those who supervise it, now with what their colour rests on; of a sealed one code, stage,
-- office and clocks only.
drop function hejie.overseen_matters;
create function hejie.overseen_matters(city text, prefix text)
returns table (id uuid, code text, kind text, status text, region_code text, lead_unit_id uuid, holder_unit_id uuid,
  returns integer, reopenings integer, danger text, due_on date, registered_at timestamptz, resume_by date, is_sealed boolean,
  due_from date, transfers integer, returned_times integer, party_count integer)
language sql stable security definer set search_path = pg_catalog rows 1000
begin atomic
  select m.id, m.code, case when m.seal_ground is null then m.kind end, m.status, m.region_code, m.lead_unit_id,
    m.holder_unit_id, m.returns, m.reopenings, case when m.seal_ground is null then m.danger end, m.due_on,
    m.registered_at, m.resume_by, m.seal_ground is not null,
    m.due_from, m.transfers, m.returned_times, case when m.seal_ground is null then m.party_count else 0 end
  from hejie.matter m
  where m.city_code = city and m.is_open
    and city = hejie.context_city() and hejie.context_role() in ('supervisor', 'leader')
    and m.region_code >= prefix and m.region_code < prefix || '~'
    and exists (
      select 1 from hejie.unit u
      where u.city_code = city and u.id = hejie.context_unit() and starts_with(prefix, u.region_code)
    );
end;

-- When the running limits of a page of them are due.
create function hejie.overseen_due_days(city text, prefix text, ids uuid[])
returns table (matter_id uuid, due_on date)
language sql stable security definer set search_path = pg_catalog rows 100
begin atomic
  select c.matter_id, c.due_on
  from hejie.clock c join hejie.matter m on m.city_code = c.city_code and m.id = c.matter_id
  where c.city_code = city and c.matter_id = any(ids) and c.ended_on is null and c.task_id is null
    and c.owed_by <> 'party' and m.is_open
    and city = hejie.context_city() and hejie.context_role() in ('supervisor', 'leader')
    and m.region_code >= prefix and m.region_code < prefix || '~'
    and exists (
      select 1 from hejie.unit u
      where u.city_code = city and u.id = hejie.context_unit() and starts_with(prefix, u.region_code)
    );
end;

revoke execute on function hejie.levelled_matters, hejie.set_next_levels, hejie.open_matters_count,
  hejie.supervises_city, hejie.level_history, hejie.level_history_count, hejie.overseen_matters,
  hejie.overseen_due_days from public;
grant execute on function hejie.levelled_matters, hejie.set_next_levels, hejie.open_matters_count,
  hejie.supervises_city, hejie.level_history, hejie.level_history_count, hejie.overseen_matters,
  hejie.overseen_due_days to hejie_app;
