-- The legal roadmap: the procedures that a matter goes through, and their clocks.

-- Every version of a procedure that a city ever used, as it was loaded: a matter keeps the one under which it began.
create table hejie.procedure_version (
  city_code text not null,
  key text not null,
  version text not null,
  in_force_from date not null,
  definition jsonb not null,
  loaded_at timestamptz not null,
  primary key (city_code, key, version)
);
grant select, insert on hejie.procedure_version to hejie_app;
alter table hejie.procedure_version add constraint procedure_version_city
  foreign key (city_code) references hejie.city (city_code);

-- A lawful procedure that a matter goes through. While one is open it is the matter's main one; there is never a second.
create table hejie.procedure_run (
  city_code text not null,
  matter_id uuid not null,
  id uuid not null,
  procedure text not null,
  version text not null,
  started_on date not null,
  -- what has happened in it: [{event, on}]; the first began it
  noted jsonb not null,
  ended_on date,
  outcome text,
  -- the versions of the matter whose events began and ended it; words and references stand sealed there
  started_version integer not null,
  ended_version integer,
  primary key (city_code, matter_id, id),
  check ((ended_on is null) = (outcome is null)),
  check ((ended_on is null) = (ended_version is null))
);
create unique index procedure_run_open_once on hejie.procedure_run (city_code, matter_id) where ended_on is null;
alter table hejie.procedure_run add constraint procedure_run_matter
  foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.procedure_run add constraint procedure_run_version
  foreign key (city_code, procedure, version) references hejie.procedure_version (city_code, key, version);

alter table hejie.procedure_run enable row level security;
create policy adds on hejie.procedure_run for insert to hejie_app with check (city_code = hejie.context_city());
create policy reads on hejie.procedure_run for select to hejie_app using (hejie.takes_part(city_code, matter_id));
create policy changes on hejie.procedure_run for update to hejie_app
  using (hejie.takes_part(city_code, matter_id)) with check (city_code = hejie.context_city());
grant select, insert, update on hejie.procedure_run to hejie_app;

alter table hejie.matter
  -- what the parties chose at triage, and the voluntary ways that one of them refused
  add column chosen_procedure text,
  add column refused_procedures text[] not null default '{}',
  -- how often an office gave it on, and how often one sent it back, in its whole life
  add column transfers integer not null default 0,
  add column returned_times integer not null default 0,
  -- the first day of the limit that is due first
  add column due_from date,
  -- the next day on which its level may change by the passing of time alone
  add column next_level_on date;
create index matter_next_level on hejie.matter (city_code, next_level_on, id) where is_open and next_level_on is not null;

alter table hejie.clock
  add column run_id uuid,
  add column owed_by text not null default 'office',
  -- how its days are counted: whether the first counts, and what becomes of a last day on a holiday
  add column counting text not null default 'not-counted next-working-day',
  add column pauses jsonb not null default '[]',
  add column extensions jsonb not null default '[]',
  -- an extension or a pause that somebody asked for and nobody has decided yet
  add column asked jsonb,
  add constraint clock_owed_by check (owed_by in ('office', 'outside', 'party')),
  add constraint clock_counting check (counting in ('not-counted next-working-day', 'not-counted stays', 'counted next-working-day', 'counted stays')),
  drop constraint clock_limit_unit_check,
  add constraint clock_limit_unit check (limit_unit in ('working-day', 'natural-day', 'month'));
alter table hejie.clock add constraint clock_run
  foreign key (city_code, matter_id, run_id) references hejie.procedure_run (city_code, matter_id, id);

-- Lists read hundreds of matters at once, and calling takes_part() for each was nine tenths of their work (16 ms to 0.4
-- for a queue of 300). Who holds and who leads a matter stands in its own row, as participation says it; a sealed one, an
-- assisting office and a party are asked about as before.
drop policy reads on hejie.matter;
create policy reads on hejie.matter for select to hejie_app using (
  case when seal_ground is null and city_code = (select hejie.context_city())
    and (holder_unit_id = (select hejie.context_unit()) or lead_unit_id = (select hejie.context_unit()))
  then true else hejie.takes_part(city_code, id) end);
