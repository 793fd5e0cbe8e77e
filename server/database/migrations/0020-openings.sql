-- Opening a file outside one's own work: with a purpose on record, for a limited time, to read only. And what the auditor
-- and the parties see of openings.

-- Who may read which file in which they take no part, why, and until when. The words have a key of their own, wrapped by that
-- of the office for which the person acted: the party and the auditor read them, and neither needs the matter's key for it.
create table hejie.opening (
  city_code text not null,
  matter_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  posting_id uuid not null,
  unit_id uuid not null,
  role text not null,
  purpose text not null check (purpose in ('late-matter', 'handling-complaint', 'quality-review', 'upper-decision', 'judicial-request', 'data-request')),
  sealed bytea not null,
  wrapped_key bytea not null,
  opened_at timestamptz not null,
  until_at timestamptz not null,
  primary key (city_code, matter_id, id),
  check (until_at > opened_at and until_at <= opened_at + interval '4 hours')
);
create index opening_of_user on hejie.opening (city_code, user_id, matter_id, until_at);
alter table hejie.opening add constraint opening_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.opening add constraint opening_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);

-- Under which opening something was read.
alter table hejie.access_log add column opening_id uuid;
create index access_log_outside on hejie.access_log (city_code, matter_id, id) where opening_id is not null;
create index access_log_of_audit on hejie.access_log (city_code, at, id) where what like 'audit-%';

-- A matter of the region that the acting supervisor answers for, open or ended: what must be known before its file is
-- opened. Of a sealed one the code.
create function hejie.outside_matter(city text, matter uuid)
returns table (code text, kind text, status text, region_code text, lead_unit_id uuid, holder_unit_id uuid,
  is_sealed boolean, takes_part boolean)
language sql stable security definer set search_path = pg_catalog rows 1
begin atomic
  select m.code, case when m.seal_ground is null then m.kind end, m.status, m.region_code, m.lead_unit_id, m.holder_unit_id,
    m.seal_ground is not null, hejie.takes_part(city, m.id)
  from hejie.matter m join hejie.unit u on u.city_code = m.city_code and u.id = hejie.context_unit()
  where m.city_code = city and m.id = matter and city = hejie.context_city() and hejie.context_role() = 'supervisor'
    and u.kind = 'centre' and starts_with(m.region_code, u.region_code);
end;

alter table hejie.opening enable row level security;
create policy own on hejie.opening for select to hejie_app
  using (city_code = hejie.context_city() and user_id = hejie.context_user() and unit_id = hejie.context_unit()
    and role = hejie.context_role());
create policy adds on hejie.opening for insert to hejie_app
  with check (city_code = hejie.context_city() and user_id = hejie.context_user() and unit_id = hejie.context_unit()
    and role = hejie.context_role() and exists (
      select from hejie.outside_matter(city_code, matter_id) m where not m.is_sealed and not m.takes_part));
-- written once, like what it leads to
grant select, insert on hejie.opening to hejie_app;

-- Whoever reads under an opening acts for no unit, so that nothing which asks for taking part lets them pass. Behind the
-- role stand the opening and the instant.
create function hejie.context_opening() returns uuid language sql stable
  return nullif(split_part(current_setting('hejie.context', true), '|', 5), '')::uuid;
create function hejie.context_at() returns timestamptz language sql stable
  return nullif(split_part(current_setting('hejie.context', true), '|', 6), '')::timestamptz;

-- Goes over from a person's own context to what one running opening shows. The look is on record before anything can be
-- read, and from here on the transaction writes nothing. Answers the purpose; null where there is no such opening, or it has
-- run out, or the matter has been sealed or has left the region since.
create function hejie.enter_opening(city text, matter uuid, opening uuid, at timestamptz, log_id uuid, a_what text, facts jsonb)
returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
  person uuid := hejie.context_user();
  given text;
begin
  select o.purpose into given
  from hejie.opening o cross join lateral hejie.outside_matter(city, o.matter_id) m
  where o.city_code = city and o.matter_id = matter and o.id = opening
    and o.user_id = person and o.unit_id = hejie.context_unit() and o.role = hejie.context_role()
    and o.opened_at <= at and at < o.until_at and not m.is_sealed and not m.takes_part;
  if given is null then
    return null;
  end if;
  insert into hejie.access_log (city_code, id, at, user_id, unit_id, role, what, matter_id, purpose, opening_id, data)
  values (city, log_id, at, person, hejie.context_unit(), hejie.context_role(), a_what, matter, given, opening, facts);
  execute format('set local hejie.context = %L', concat_ws('|', city, person, '-', 'outside-reader', opening, at));
  set local transaction_read_only = on;
  return given;
end $$;

-- Whether the opening under which somebody reads is one of this matter. Everything is asked anew: the person, the time, the
-- region, the seal.
create function hejie.looks_in(city text, matter uuid) returns boolean
language sql stable security definer set search_path = pg_catalog
return city = hejie.context_city() and hejie.context_role() = 'outside-reader' and exists (
  select from hejie.opening o
    join hejie.matter m on m.city_code = o.city_code and m.id = o.matter_id
    join hejie.unit u on u.city_code = o.city_code and u.id = o.unit_id
  where o.city_code = city and o.matter_id = matter and o.id = hejie.context_opening()
    and o.user_id = hejie.context_user() and o.opened_at <= hejie.context_at() and hejie.context_at() < o.until_at
    and m.seal_ground is null and u.kind = 'centre' and starts_with(m.region_code, u.region_code));

-- 人民调解法 15(4): what was said in a mediation stays there. Every kind of it has the word in its key.
create function hejie.was_mediated(city text, matter uuid, in_version integer) returns boolean
language sql stable security definer set search_path = pg_catalog
return city = hejie.context_city() and hejie.context_role() = 'outside-reader' and exists (
  select from hejie.procedure_run r
  where r.city_code = city and r.matter_id = matter and r.procedure ~ 'mediation'
    and (in_version is null or (r.started_version < in_version and (r.ended_version is null or in_version < r.ended_version))));

-- Beside the policies named `reads`, which come first by their name: whoever takes part pays nothing for these.
do $$
declare t text;
begin
  foreach t in array array['clock', 'party', 'task', 'procedure_run'] loop
    execute format('create policy reads_outside on hejie.%I for select to hejie_app
      using (hejie.context_role() = ''outside-reader'' and hejie.looks_in(city_code, matter_id))', t);
  end loop;
end $$;
create policy reads_outside on hejie.matter for select to hejie_app
  using (hejie.context_role() = 'outside-reader' and hejie.looks_in(city_code, id));
-- Never what a party said or gave in confidence, nor the notes and records of a mediation.
create policy reads_outside on hejie.event for select to hejie_app
  using (hejie.context_role() = 'outside-reader' and hejie.looks_in(city_code, matter_id)
    and not coalesce((data ->> 'inConfidence')::boolean, false)
    and not (type = 'log-step' and (actor_role = 'mediator' or hejie.was_mediated(city_code, matter_id, version))));
create policy reads_outside on hejie.paper for select to hejie_app
  using (hejie.context_role() = 'outside-reader' and hejie.looks_in(city_code, matter_id) and not is_in_confidence
    and not (kind = 'record' and hejie.was_mediated(city_code, matter_id, null)));

-- Who on the staff opened a party's own file: office, role, when, what and why; never the name. Those from outside the
-- handling offices are all there, however often these looked in since.
drop function hejie.own_file_openings;
create function hejie.own_file_openings(city text, matter uuid, at_most integer)
returns table (id uuid, at timestamptz, unit_id uuid, role text, what text, purpose text, opening_id uuid, sealed bytea,
  wrapped_key bytea)
language sql stable security definer set search_path = pg_catalog rows 50
begin atomic
  with latest as (
    (select l.id from hejie.access_log l
      where l.city_code = city and l.matter_id = matter and l.role <> 'party'
      order by l.id desc limit least(at_most, 200))
    union
    (select l.id from hejie.access_log l
      where l.city_code = city and l.matter_id = matter and l.opening_id is not null
      order by l.id desc limit least(at_most, 200))
  )
  select l.id, l.at, l.unit_id, l.role, l.what, l.purpose, l.opening_id, o.sealed, o.wrapped_key
  from latest join hejie.access_log l on l.city_code = city and l.id = latest.id
    left join hejie.opening o on o.city_code = city and o.matter_id = matter and o.id = l.opening_id
  where hejie.context_role() = 'party' and hejie.takes_part(city, matter)
  order by l.id desc;
end;

-- The auditor reads the words of a purpose.
create function hejie.audited_words(city text, ids uuid[])
returns table (id uuid, matter_id uuid, unit_id uuid, sealed bytea, wrapped_key bytea)
language sql stable security definer set search_path = pg_catalog rows 50
begin atomic
  select o.id, o.matter_id, o.unit_id, o.sealed, o.wrapped_key
  from (select distinct l.matter_id, l.opening_id from hejie.access_log l
      where l.city_code = city and l.id = any(ids) and l.opening_id is not null) l
    join hejie.opening o on o.city_code = city and o.matter_id = l.matter_id and o.id = l.opening_id
  where city = hejie.context_city() and hejie.context_role() = 'auditor';
end;

-- Openings of sealed files, and of many files of one street or township, by account and day: of the matter its code and
-- place, nothing else.
create function hejie.audited_sealed(city text, zone text, from_at timestamptz, before_at timestamptz, whats text[], at_most integer)
returns table (user_id uuid, unit_id uuid, role text, day date, matter_id uuid, openings integer)
language sql stable security definer set search_path = pg_catalog rows 50
begin atomic
  select l.user_id, l.unit_id, l.role, (l.at at time zone zone)::date, l.matter_id, count(*)::integer
  from hejie.access_log l join hejie.matter m on m.city_code = city and m.id = l.matter_id
  where l.city_code = city and l.at >= from_at and l.at < before_at and l.role <> 'party' and l.what = any(whats)
    and m.seal_ground is not null and city = hejie.context_city() and hejie.context_role() = 'auditor'
  group by 1, 2, 3, 4, 5 order by 4 desc, 1, 5 limit at_most;
end;

create function hejie.audited_places(city text, zone text, from_at timestamptz, before_at timestamptz, whats text[],
  at_least integer, at_most integer)
returns table (user_id uuid, unit_id uuid, role text, day date, region_code text, matters integer)
language sql stable security definer set search_path = pg_catalog rows 50
begin atomic
  select l.user_id, l.unit_id, l.role, (l.at at time zone zone)::date, m.region_code, count(distinct m.id)::integer
  from hejie.access_log l join hejie.matter m on m.city_code = city and m.id = l.matter_id
    join hejie.region r on r.city_code = city and r.code = m.region_code and r.level = 'township'
  where l.city_code = city and l.at >= from_at and l.at < before_at and l.role <> 'party' and l.what = any(whats)
    and city = hejie.context_city() and hejie.context_role() = 'auditor'
  group by 1, 2, 3, 4, 5 having count(distinct m.id) >= at_least order by 4 desc, 1, 5 limit at_most;
end;

-- Which matters one account opened in a time that are sealed, or of one place: the openings behind a fact.
create function hejie.audited_behind(city text, person uuid, from_at timestamptz, before_at timestamptz, only_sealed boolean, place text)
returns setof uuid
language sql stable security definer set search_path = pg_catalog rows 50
begin atomic
  select distinct m.id
  from hejie.access_log l join hejie.matter m on m.city_code = city and m.id = l.matter_id
  where l.city_code = city and l.user_id = person and l.at >= from_at and l.at < before_at
    and (not only_sealed or m.seal_ground is not null) and (place is null or m.region_code = place)
    and city = hejie.context_city() and hejie.context_role() = 'auditor'
  limit 1000;
end;

revoke execute on function hejie.outside_matter, hejie.context_opening, hejie.context_at, hejie.enter_opening, hejie.looks_in,
  hejie.was_mediated, hejie.own_file_openings, hejie.audited_words, hejie.audited_sealed, hejie.audited_places,
  hejie.audited_behind from public;
grant execute on function hejie.outside_matter, hejie.context_opening, hejie.context_at, hejie.enter_opening, hejie.looks_in,
  hejie.was_mediated, hejie.own_file_openings, hejie.audited_words, hejie.audited_sealed, hejie.audited_places,
  hejie.audited_behind to hejie_app;
