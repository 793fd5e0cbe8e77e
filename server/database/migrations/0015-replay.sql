-- Replay: every day of every clock can be reckoned again from the events, with the calendar that was known then.

-- The city's calendar as it was loaded, whenever it had changed: a notice for another year, a correction of the pack.
create table hejie.calendar_version (
  city_code text not null,
  number integer not null check (number >= 1),
  -- of the days
  hash text not null,
  days jsonb not null,
  loaded_at timestamptz not null,
  primary key (city_code, number)
);
alter table hejie.calendar_version add constraint calendar_version_city
  foreign key (city_code) references hejie.city (city_code);
alter table hejie.calendar_version enable row level security;
create policy reads on hejie.calendar_version for select to hejie_app using (city_code = hejie.context_city());
create policy adds on hejie.calendar_version for insert to hejie_app
  with check (city_code = hejie.context_city() and hejie.context_role() = 'program');
-- written once, like an event
grant select, insert on hejie.calendar_version to hejie_app;

-- What is stored of a matter's days beside what its events tell of them: code, stage, clocks, procedures. No party, no
-- story, nothing sealed. Nobody may read it but through the functions below. As json, which is made in half the time of jsonb.
create view hejie.replayed as
select m.city_code, m.id, m.code, m.version, m.status, m.due_on, m.due_from,
  (select coalesce(json_agg(json_build_object('id', c.id, 'step', c.step, 'startedOn', c.started_on,
      'count', c.limit_count, 'unit', c.limit_unit, 'counting', c.counting, 'dueOn', c.due_on,
      'isProvisional', c.is_provisional, 'owedBy', c.owed_by, 'pauses', c.pauses, 'extensions', c.extensions,
      'runId', c.run_id, 'taskId', c.task_id, 'carriedFrom', c.carried_from, 'endedOn', c.ended_on) order by c.id), '[]')
    from hejie.clock c where c.city_code = m.city_code and c.matter_id = m.id) as clocks,
  (select coalesce(json_agg(json_build_object('id', r.id, 'procedure', r.procedure, 'version', r.version,
      'startedOn', r.started_on, 'noted', r.noted, 'endedOn', r.ended_on, 'outcome', r.outcome)
      order by r.started_version), '[]')
    from hejie.procedure_run r where r.city_code = m.city_code and r.matter_id = m.id) as runs,
  (select coalesce(json_agg(json_build_object('version', e.version, 'recordedAt', e.recorded_at, 'to', e.data -> 'to',
      'opened', e.data -> 'opened', 'ended', e.data -> 'ended', 'changed', e.data -> 'changed',
      'runs', e.data -> 'runs') order by e.version), '[]')
    from hejie.event e where e.city_code = m.city_code and e.matter_id = m.id) as events
from hejie.matter m;

-- The matters of a city by key, a bounded number at a time.
create function hejie.replayed_matters(city text, after uuid, at_most integer) returns setof hejie.replayed
language sql stable security definer set search_path = pg_catalog rows 200
begin atomic
  select r.* from hejie.replayed r
  where r.city_code = city and r.id > coalesce(after, '00000000-0000-0000-0000-000000000000')
    and city = hejie.context_city() and hejie.context_role() = 'program'
  order by r.id limit least(at_most, 500);
end;

create function hejie.replayed_matter(city text, of_code text) returns setof hejie.replayed
language sql stable security definer set search_path = pg_catalog rows 1
begin atomic
  select r.* from hejie.replayed r
  where r.city_code = city and r.code = of_code
    and city = hejie.context_city() and hejie.context_role() = 'program';
end;

create function hejie.replayed_count(city text, after uuid) returns integer
language sql stable security definer set search_path = pg_catalog
return (
  select count(*)::integer from hejie.matter m
  where m.city_code = city and m.id > coalesce(after, '00000000-0000-0000-0000-000000000000')
    and city = hejie.context_city() and hejie.context_role() = 'program');

revoke execute on function hejie.replayed_matters, hejie.replayed_matter, hejie.replayed_count from public;
grant execute on function hejie.replayed_matters, hejie.replayed_matter, hejie.replayed_count to hejie_app;
