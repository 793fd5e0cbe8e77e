-- A file that was handed in and refused because the scanner took it for a virus. The file itself is gone; neither its name
-- nor its content, nor the matter or the party, is kept: this is about machines, not about people.

create table hejie.refused_file (
  city_code text not null,
  id uuid not null,
  at timestamptz not null,
  -- the pattern of the address at which it came, never the address
  door text not null,
  signature text not null,
  size_bytes integer not null,
  -- who of the staff, so that their computer can be looked at; null where the public handed it in
  user_id uuid,
  primary key (city_code, id)
);
create index refused_file_by_time on hejie.refused_file (city_code, at desc, id desc);

-- Written by the program, read by the auditor; nobody changes or deletes it.
alter table hejie.refused_file enable row level security;
create policy written on hejie.refused_file for insert to hejie_app
  with check (city_code = hejie.context_city() and hejie.context_role() = 'program');
create policy read on hejie.refused_file for select to hejie_app
  using (city_code = hejie.context_city() and hejie.context_role() = 'auditor');

grant select, insert on hejie.refused_file to hejie_app;
