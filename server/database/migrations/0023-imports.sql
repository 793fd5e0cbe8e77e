-- Ledgers that a centre brings in: the file, how it is read, how far that is, and what was refused.

create table hejie.import (
  city_code text not null,
  id uuid not null,
  -- who handed it in, and as what: it is brought in while this posting is in force
  user_id uuid not null,
  posting_id uuid not null,
  unit_id uuid not null,
  role text not null,
  -- what the file was called: it may name people
  name_sealed bytea not null,
  size_bytes bigint not null,
  sha256 text not null,
  format text not null check (format in ('csv', 'xlsx')),
  -- the key of the file under that of the office; it goes with the file
  wrapped_key bytea,
  -- where the file lies; told before it lies there
  address text,
  status text not null check (status in ('uploaded', 'checking', 'checked', 'running', 'done', 'stopped')),
  version integer not null,
  -- which column means what: headings and codes only, no cell
  map jsonb,
  -- the rows beneath the header, as the check counted them
  rows_total integer not null,
  -- of the check, or, once it runs, of what has been brought in
  rows_read integer not null,
  imported integer not null,
  unchanged integer not null,
  refused integer not null,
  -- the number of the last row that is dealt with: what comes after it is still to be done
  last_row integer not null,
  -- words of the table that name no kind or region for sure
  doubts_sealed bytea,
  asked_at timestamptz not null,
  -- when it last showed a sign of life; which of those who began works on it
  touched_at timestamptz not null,
  attempts integer not null,
  stop_reason text,
  ended_at timestamptz,
  primary key (city_code, id),
  check (status not in ('checking', 'checked', 'running', 'done') or map is not null),
  check ((address is null) = (wrapped_key is null))
);
create index import_of_unit on hejie.import (city_code, unit_id, asked_at desc, id desc);
create index import_under_way on hejie.import (city_code, status, touched_at) where address is not null;
alter table hejie.import add constraint import_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);

-- A row that was not brought in: its number and the reasons, which repeat words of it.
create table hejie.import_row (
  city_code text not null,
  import_id uuid not null,
  row_number integer not null,
  line integer not null,
  sealed bytea not null,
  primary key (city_code, import_id, row_number)
);
alter table hejie.import_row add constraint import_row_import foreign key (city_code, import_id) references hejie.import (city_code, id);

-- What an office decided on doubtful words, for its next import.
create table hejie.import_choices (
  city_code text not null,
  unit_id uuid not null,
  version integer not null,
  sealed bytea not null,
  primary key (city_code, unit_id)
);
alter table hejie.import_choices add constraint import_choices_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);

-- The office's own, for those who may bring in; all of them for the program, which does it.
alter table hejie.import enable row level security;
create policy reads on hejie.import for select to hejie_app using (city_code = hejie.context_city() and (
  (unit_id = hejie.context_unit() and hejie.context_role() in ('dispatcher', 'supervisor'))
  or hejie.context_role() = 'program'));
create policy adds on hejie.import for insert to hejie_app with check (city_code = hejie.context_city()
  and user_id = hejie.context_user() and unit_id = hejie.context_unit()
  and hejie.context_role() in ('dispatcher', 'supervisor'));
create policy changes on hejie.import for update to hejie_app using (city_code = hejie.context_city() and (
  (unit_id = hejie.context_unit() and hejie.context_role() in ('dispatcher', 'supervisor'))
  or hejie.context_role() = 'program'))
  with check (city_code = hejie.context_city());
grant select, insert, update on hejie.import to hejie_app;

alter table hejie.import_row enable row level security;
create policy reads on hejie.import_row for select to hejie_app using (city_code = hejie.context_city()
  and exists (select 1 from hejie.import i where i.city_code = import_row.city_code and i.id = import_row.import_id));
create policy adds on hejie.import_row for insert to hejie_app with check (city_code = hejie.context_city()
  and hejie.context_role() = 'program');
create policy goes on hejie.import_row for delete to hejie_app using (city_code = hejie.context_city()
  and hejie.context_role() = 'program');
grant select, insert, delete on hejie.import_row to hejie_app;

alter table hejie.import_choices enable row level security;
create policy office on hejie.import_choices to hejie_app using (city_code = hejie.context_city() and (
  (unit_id = hejie.context_unit() and hejie.context_role() in ('dispatcher', 'supervisor'))
  or hejie.context_role() = 'program'))
  with check (city_code = hejie.context_city() and unit_id = hejie.context_unit()
  and hejie.context_role() in ('dispatcher', 'supervisor'));
grant select, insert, update on hejie.import_choices to hejie_app;
