-- Colours that change by the passing of time, and limits reckoned again once a year's holidays are published.

alter table hejie.notice
  -- the colour that the matter came to have, where it is a graver one
  add column level text,
  add constraint notice_level check (level in ('blue', 'yellow', 'orange', 'red')),
  add constraint notice_raised check (kind <> 'level-raised' or level is not null);
create index notice_of_level on hejie.notice (city_code, matter_id, at) where level is not null;

-- Whether somebody supervises the centre that leads a matter, or one above it. A sealed one is its readers' alone.
create function hejie.oversees(city text, matter uuid) returns boolean
language sql stable security definer set search_path = pg_catalog
return city = hejie.context_city() and hejie.context_role() = 'supervisor' and exists (
  select from hejie.matter m
    join hejie.unit l on l.city_code = m.city_code and l.id = m.lead_unit_id
    join hejie.unit u on u.city_code = m.city_code and u.id = hejie.context_unit()
  where m.city_code = city and m.id = matter and m.seal_ground is null and u.kind = 'centre'
    and starts_with(l.region_code, u.region_code));

-- As in 0009; of a graver colour the supervisors above hear, too, who take no part in the matter.
drop policy own on hejie.notice;
create policy own on hejie.notice for select to hejie_app
  using (city_code = hejie.context_city() and unit_id = hejie.context_unit()
    and (user_id = hejie.context_user() or role = hejie.context_role())
    and by_user_id is distinct from hejie.context_user()
    and (hejie.takes_part(city_code, matter_id) or (kind = 'level-raised' and hejie.oversees(city_code, matter_id))));

-- What stands beside a notice: the matter's code and whose turn it is.
create function hejie.told_matters(city text, ids uuid[])
returns table (id uuid, code text, holder_unit_id uuid, takes_part boolean)
language sql stable security definer set search_path = pg_catalog rows 20
begin atomic
  select m.id, m.code, m.holder_unit_id, t.yes
  from hejie.matter m cross join lateral (select hejie.takes_part(city, m.id) as yes) t
  where m.city_code = city and m.id = any(ids) and (t.yes or hejie.oversees(city, m.id));
end;

-- The program goes through matters by the day on which their colour changes next, and through those whose days are
-- provisional. It locks first and reads then, in a statement of its own: what somebody wrote while it waited is seen whole.
-- Offices, numbers and days only. Whoever takes a step at that moment tells of the colour, too, so nobody waits for them.
create function hejie.lock_due_levels(city text, today date, at_most integer) returns setof uuid
language sql volatile security definer set search_path = pg_catalog rows 100
begin atomic
  select m.id from hejie.matter m
  where m.city_code = city and m.is_open and m.next_level_on <= today
    and city = hejie.context_city() and hejie.context_role() = 'program'
  order by m.next_level_on, m.id limit least(at_most, 1000)
  for no key update of m skip locked;
end;

create function hejie.lock_matter(city text, matter uuid) returns uuid
language sql volatile security definer set search_path = pg_catalog
begin atomic
  select m.id from hejie.matter m
  where m.city_code = city and m.id = matter and city = hejie.context_city() and hejie.context_role() = 'program'
  for no key update of m;
end;

create function hejie.passing_matters(city text, ids uuid[])
returns table (id uuid, version integer, status text, lead_unit_id uuid, holder_unit_id uuid, handling_unit_id uuid,
  handler_user_id uuid, next_level_on date, due_from date, due_on date, running_due date[], returned_times integer,
  transfers integer, reopenings integer, party_count integer, is_in_danger boolean)
language sql stable security definer set search_path = pg_catalog rows 100
begin atomic
  select m.id, m.version, m.status, m.lead_unit_id, m.holder_unit_id, m.handling_unit_id, m.handler_user_id,
    m.next_level_on, m.due_from, m.due_on,
    array(select c.due_on from hejie.clock c
      where c.city_code = city and c.matter_id = m.id and c.ended_on is null and c.task_id is null and c.owed_by <> 'party'),
    m.returned_times, m.transfers, m.reopenings, m.party_count, m.danger is not null
  from hejie.matter m
  where m.city_code = city and m.id = any(ids) and city = hejie.context_city() and hejie.context_role() = 'program';
end;

create function hejie.keep_next_levels(city text, ids uuid[], days date[]) returns void
language sql volatile security definer set search_path = pg_catalog
begin atomic
  update hejie.matter m set next_level_on = n.day
  from unnest(ids, days) as n (id, day)
  where m.city_code = city and m.id = n.id and city = hejie.context_city() and hejie.context_role() = 'program';
end;

-- Which colours were told of these matters since the day of the change that is due.
create function hejie.levels_told(city text, zone text, ids uuid[]) returns table (id uuid, levels text[])
language sql stable security definer set search_path = pg_catalog rows 10
begin atomic
  select m.id, array_agg(distinct n.level)
  from hejie.matter m join hejie.notice n on n.city_code = m.city_code and n.matter_id = m.id and n.level is not null
    and n.at >= m.next_level_on::timestamp at time zone zone
  where m.city_code = city and m.id = any(ids) and city = hejie.context_city() and hejie.context_role() = 'program'
  group by m.id;
end;

-- By matter now: that is how they are gone through.
drop index hejie.clock_provisional;
create index clock_provisional on hejie.clock (city_code, matter_id) where is_provisional and ended_on is null;

create function hejie.provisional_matters(city text, after uuid, at_most integer) returns setof uuid
language sql stable security definer set search_path = pg_catalog rows 500
begin atomic
  select distinct c.matter_id from hejie.clock c
  where c.city_code = city and c.is_provisional and c.ended_on is null
    and c.matter_id > coalesce(after, '00000000-0000-0000-0000-000000000000'::uuid)
    and city = hejie.context_city() and hejie.context_role() = 'program'
  order by c.matter_id limit least(at_most, 1000);
end;

-- From what the running limits of a matter are reckoned.
create function hejie.counted_clocks(city text, matter uuid)
returns table (id uuid, started_on date, limit_count integer, limit_unit text, counting text, pauses jsonb,
  extensions jsonb, due_on date, is_provisional boolean, owed_by text, task_id uuid)
language sql stable security definer set search_path = pg_catalog rows 3
begin atomic
  select c.id, c.started_on, c.limit_count, c.limit_unit, c.counting, c.pauses, c.extensions, c.due_on,
    c.is_provisional, c.owed_by, c.task_id
  from hejie.clock c
  where c.city_code = city and c.matter_id = matter and c.ended_on is null
    and city = hejie.context_city() and hejie.context_role() = 'program'
  order by c.id;
end;

-- Limits reckoned again, as one event of the matter.
create function hejie.write_recount(city text, matter uuid, made_version integer, first_due date, first_from date,
  next_level date, clock_ids uuid[], due_days date[], provisional boolean[], event_id uuid, at timestamptz, facts jsonb)
returns void
language sql volatile security definer set search_path = pg_catalog
begin atomic
  with changed as (
    update hejie.matter m set version = made_version, due_on = first_due, due_from = first_from, next_level_on = next_level
    where m.city_code = city and m.id = matter and m.version = made_version - 1
      and city = hejie.context_city() and hejie.context_role() = 'program'
    returning m.id
  ),
  counted as (
    select c.id, c.task_id, n.day, n.is_provisional
    from changed join hejie.clock c on c.city_code = city and c.matter_id = changed.id and c.ended_on is null
      join unnest(clock_ids, due_days, provisional) as n (id, day, is_provisional) on n.id = c.id
  ),
  recounted as (
    update hejie.clock c set due_on = n.day, is_provisional = n.is_provisional
    from counted n where c.city_code = city and c.matter_id = matter and c.id = n.id
  ),
  owed as (
    update hejie.task t set due_on = n.day
    from counted n where t.city_code = city and t.matter_id = matter and t.id = n.task_id
  )
  insert into hejie.event (city_code, matter_id, version, id, type, actor_role, occurred_at, recorded_at, data)
  select city, changed.id, made_version, event_id, 'recount', 'program', at, at, facts from changed;
end;

-- As in 0007; the program, which reckons limits again, tells of it without taking part.
create or replace function hejie.parties_to_tell(city text, matter uuid, a_step text)
returns table (id uuid, seat text, way text, language text, due_on date)
language sql stable security definer set search_path = pg_catalog rows 5
begin atomic
  select p.id, p.seat, p.told_by, p.told_language,
    (select min(c.due_on) from hejie.clock c
      where c.city_code = city and c.matter_id = matter and c.step = a_step and c.ended_on is null)
  from hejie.party p
  where p.city_code = city and p.matter_id = matter and p.told_by <> 'none' and city = hejie.context_city()
    and (hejie.context_role() = 'program' or hejie.takes_part(city, matter) or exists (
      select from hejie.participation o
      where o.city_code = city and o.matter_id = matter and o.unit_id = hejie.context_unit()))
  order by p.position;
end;

revoke execute on function hejie.oversees, hejie.told_matters, hejie.lock_due_levels, hejie.lock_matter,
  hejie.passing_matters, hejie.keep_next_levels, hejie.levels_told, hejie.provisional_matters, hejie.counted_clocks,
  hejie.write_recount from public;
grant execute on function hejie.oversees, hejie.told_matters, hejie.lock_due_levels, hejie.lock_matter,
  hejie.passing_matters, hejie.keep_next_levels, hejie.levels_told, hejie.provisional_matters, hejie.counted_clocks,
  hejie.write_recount to hejie_app;
