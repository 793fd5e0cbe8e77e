-- Joint work (协办), merging (并案) and splitting (分案).

-- What another office is asked to do for a matter. The words stand sealed in the events that asked and answered.
create table hejie.task (
  city_code text not null,
  matter_id uuid not null,
  id uuid not null,
  -- who is asked, and who asked
  unit_id uuid not null,
  asked_by_unit_id uuid not null,
  status text not null check (status in ('open', 'answered', 'returned', 'waived', 'lapsed')),
  due_on date not null,
  -- the versions of the matter whose events asked and ended it
  asked_version integer not null,
  ended_version integer,
  asked_at timestamptz not null,
  ended_at timestamptz,
  primary key (city_code, matter_id, id),
  check ((status = 'open') = (ended_at is null)),
  check ((ended_at is null) = (ended_version is null))
);
-- an office has one open task of a matter at a time
create unique index task_open_once on hejie.task (city_code, matter_id, unit_id) where status = 'open';
create index task_queue on hejie.task (city_code, unit_id, due_on, matter_id) where status = 'open';
create index task_by_due on hejie.task (city_code, due_on, matter_id) where status = 'open';
alter table hejie.task add constraint task_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.task add constraint task_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);

alter table hejie.task enable row level security;
create policy adds on hejie.task for insert to hejie_app with check (city_code = hejie.context_city());
create policy reads on hejie.task for select to hejie_app using (hejie.takes_part(city_code, matter_id));
create policy changes on hejie.task for update to hejie_app
  using (hejie.takes_part(city_code, matter_id)) with check (city_code = hejie.context_city());
grant select, insert, update on hejie.task to hejie_app;

-- A clock of an assisting office belongs to its task, and does not make the matter itself due.
alter table hejie.clock add column task_id uuid;
alter table hejie.clock add constraint clock_task
  foreign key (city_code, matter_id, task_id) references hejie.task (city_code, matter_id, id);
-- A clock that came along from another matter, merged into this one or split: it goes on as it was counted there.
alter table hejie.clock add column carried_from uuid;

-- A matter merged into another has ended, and leads on to it.
alter table hejie.matter drop constraint matter_outcome_check;
alter table hejie.matter add constraint matter_outcome_check
  check (outcome in ('settled', 'partly-settled', 'not-settled', 'withdrawn', 'referred-out', 'merged'));
alter table hejie.matter add column merged_into uuid;
alter table hejie.matter add constraint matter_merged_into
  foreign key (city_code, merged_into) references hejie.matter (city_code, id);
alter table hejie.matter add constraint matter_merged check ((merged_into is not null) = (outcome is not distinct from 'merged'));
create index matter_absorbed on hejie.matter (city_code, merged_into) where merged_into is not null;

-- The open tasks of a region's matters, for those who supervise it: which office owes what by when, nothing of what it is.
-- `only` narrows them to a page of a list.
create function hejie.overseen_tasks(city text, prefix text, only_matters uuid[])
returns table (matter_id uuid, region_code text, unit_id uuid, due_on date)
language sql stable security definer set search_path = pg_catalog rows 100
begin atomic
  select t.matter_id, m.region_code, t.unit_id, t.due_on
  from hejie.task t join hejie.matter m on m.city_code = t.city_code and m.id = t.matter_id
  where t.city_code = city and t.status = 'open' and (only_matters is null or t.matter_id = any(only_matters))
    and city = hejie.context_city() and hejie.context_role() in ('supervisor', 'leader')
    and m.region_code >= prefix and m.region_code < prefix || '~'
    and exists (
      select 1 from hejie.unit u
      where u.city_code = city and u.id = hejie.context_unit() and starts_with(prefix, u.region_code)
    )
  order by t.due_on, t.matter_id limit 5000;
end;

revoke execute on function hejie.overseen_tasks from public;
grant execute on function hejie.overseen_tasks to hejie_app;
