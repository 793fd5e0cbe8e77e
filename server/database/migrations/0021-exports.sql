-- Files that somebody on the staff takes away: a list of their office's matters, or one matter's file.

create table hejie.export (
  city_code text not null,
  id uuid not null,
  -- who asked, and as what: it is made while this posting is in force, and fetched under its office only
  user_id uuid not null,
  posting_id uuid not null,
  unit_id uuid not null,
  role text not null,
  -- the office above, which may decide as well
  upper_unit_id uuid,
  format text not null check (format in ('csv', 'xlsx', 'zip')),
  contents text not null check (contents in ('facts', 'words', 'parties', 'file')),
  language text not null check (language in ('zh', 'en')),
  -- of one matter; else of a list: its queue, statuses, kinds, due. Closed words only, nothing that somebody wrote
  matter_id uuid,
  filter jsonb not null,
  -- why, in the asker's words
  purpose_sealed bytea,
  status text not null check (status in ('waiting', 'refused', 'making', 'ready', 'stopped', 'gone')),
  version integer not null,
  needs_second boolean not null,
  rows_counted integer not null,
  -- more than these are not written, whatever has come since
  rows_at_most integer not null,
  rows_done integer not null,
  asked_at timestamptz not null,
  -- until when an answer may come, and, once it has, until when it holds
  holds_until timestamptz,
  decided_by uuid,
  decided_by_unit uuid,
  decided_at timestamptz,
  reason_sealed bytea,
  -- when the making last showed a sign of life, and how often it was begun
  touched_at timestamptz not null,
  attempts integer not null,
  stop_reason text,
  -- the key of the file under that of the office; it goes with the file
  wrapped_key bytea,
  -- where the file lies; told before it lies there, so that a making that was cut short leaves none behind
  address text,
  size_bytes bigint,
  sha256 text,
  made_at timestamptz,
  kept_until timestamptz,
  fetches integer not null,
  primary key (city_code, id),
  check ((contents = 'file') = (matter_id is not null)),
  check ((contents = 'file') = (format = 'zip')),
  -- the second person is another one, whatever a program does
  constraint export_second_person check (decided_by is null or decided_by <> user_id),
  constraint export_decided_first check (not needs_second or decided_by is not null or status in ('waiting', 'stopped')),
  check (status <> 'ready' or (address is not null and wrapped_key is not null and sha256 is not null))
);
create index export_own on hejie.export (city_code, user_id, unit_id, asked_at desc, id desc);
create index export_waiting on hejie.export (city_code, unit_id, asked_at, id) where status = 'waiting';
create index export_waiting_above on hejie.export (city_code, upper_unit_id, asked_at, id) where status = 'waiting';
create index export_under_way on hejie.export (city_code, status, touched_at) where status in ('waiting', 'making', 'ready');
alter table hejie.export add constraint export_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);
alter table hejie.export add constraint export_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);

-- One's own under the office where one asked; what waits at one's office or below it, for those who decide; all of them for
-- the program, which makes them and takes them away.
alter table hejie.export enable row level security;
create policy reads on hejie.export for select to hejie_app using (city_code = hejie.context_city() and (
  (user_id = hejie.context_user() and unit_id = hejie.context_unit())
  or (hejie.context_role() in ('dispatcher', 'supervisor') and hejie.context_unit() in (unit_id, upper_unit_id))
  or hejie.context_role() = 'program'));
create policy adds on hejie.export for insert to hejie_app with check (city_code = hejie.context_city()
  and user_id = hejie.context_user() and unit_id = hejie.context_unit() and decided_by is null);
create policy changes on hejie.export for update to hejie_app using (city_code = hejie.context_city() and (
  (user_id = hejie.context_user() and unit_id = hejie.context_unit())
  or (hejie.context_role() in ('dispatcher', 'supervisor') and hejie.context_unit() in (unit_id, upper_unit_id))
  or hejie.context_role() = 'program'))
  with check (city_code = hejie.context_city());
grant select, insert, update on hejie.export to hejie_app;
