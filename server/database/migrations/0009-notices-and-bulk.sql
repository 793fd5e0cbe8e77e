-- What colleagues are told of, and what an office keeps for its own work: macros and saved views.

-- Told to one colleague at an office, or to everybody there in a role. A code and what happened: no personal data.
create table hejie.notice (
  city_code text not null,
  id uuid not null,
  matter_id uuid not null,
  -- the version that the event made
  version integer not null,
  kind text not null,
  unit_id uuid not null,
  user_id uuid,
  role text,
  -- the colleague whose doing it is hears nothing of it
  by_user_id uuid,
  at timestamptz not null,
  -- it says that a step is awaited; once the matter has moved on there is nothing left to do about it
  awaits_step boolean not null,
  settled_at timestamptz,
  primary key (city_code, id),
  check ((user_id is null) <> (role is null))
);
create index notice_of_role on hejie.notice (city_code, unit_id, role, at desc, id desc) where role is not null;
create index notice_of_user on hejie.notice (city_code, user_id, unit_id, at desc, id desc) where user_id is not null;
create index notice_awaiting on hejie.notice (city_code, matter_id) where awaits_step and settled_at is null;

create table hejie.notice_read (
  city_code text not null,
  user_id uuid not null,
  notice_id uuid not null,
  at timestamptz not null,
  primary key (city_code, user_id, notice_id)
);

-- A named set of steps and texts of an office.
create table hejie.macro (
  city_code text not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  steps jsonb not null,
  author_user_id uuid not null,
  is_active boolean not null,
  version integer not null,
  changed_at timestamptz not null,
  primary key (city_code, id)
);
create unique index macro_name_once on hejie.macro (city_code, unit_id, name) where is_active;

-- Filters of a list under a name: one colleague's own, or shared with the office.
create table hejie.saved_view (
  city_code text not null,
  id uuid not null,
  unit_id uuid not null,
  user_id uuid not null,
  place text not null check (place in ('queue', 'search')),
  name text not null,
  filters jsonb not null,
  is_shared boolean not null,
  version integer not null,
  changed_at timestamptz not null,
  primary key (city_code, id)
);
create unique index saved_view_name_once on hejie.saved_view (city_code, user_id, unit_id, place, name);
create index saved_view_shared on hejie.saved_view (city_code, unit_id, place) where is_shared;

alter table hejie.notice add constraint notice_matter foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.notice add constraint notice_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);
alter table hejie.notice_read add constraint notice_read_notice foreign key (city_code, notice_id) references hejie.notice (city_code, id);
alter table hejie.macro add constraint macro_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);
alter table hejie.saved_view add constraint saved_view_unit foreign key (city_code, unit_id) references hejie.unit (city_code, id);

-- Own notices only, as the posting under which somebody acts, and of a matter that they may still open.
alter table hejie.notice enable row level security;
create policy adds on hejie.notice for insert to hejie_app with check (city_code = hejie.context_city());
create policy own on hejie.notice for select to hejie_app
  using (city_code = hejie.context_city() and unit_id = hejie.context_unit()
    and (user_id = hejie.context_user() or role = hejie.context_role())
    and by_user_id is distinct from hejie.context_user() and hejie.takes_part(city_code, matter_id));
alter table hejie.notice_read enable row level security;
create policy own on hejie.notice_read to hejie_app
  using (city_code = hejie.context_city() and user_id = hejie.context_user());

-- Everybody at work in an office uses its macros; those who answer for its steps keep them.
alter table hejie.macro enable row level security;
create policy reads on hejie.macro for select to hejie_app
  using (city_code = hejie.context_city() and unit_id = hejie.context_unit());
create policy adds on hejie.macro for insert to hejie_app
  with check (city_code = hejie.context_city() and unit_id = hejie.context_unit()
    and hejie.context_role() in ('dispatcher', 'supervisor', 'handler', 'mediator'));
create policy changes on hejie.macro for update to hejie_app
  using (city_code = hejie.context_city() and unit_id = hejie.context_unit()
    and hejie.context_role() in ('dispatcher', 'supervisor', 'handler', 'mediator'))
  with check (city_code = hejie.context_city() and unit_id = hejie.context_unit());

-- A shared view is read by the office and changed by its owner; who has left leaves it to the supervisor to remove.
alter table hejie.saved_view enable row level security;
create policy reads on hejie.saved_view for select to hejie_app
  using (city_code = hejie.context_city() and unit_id = hejie.context_unit()
    and (user_id = hejie.context_user() or is_shared));
create policy adds on hejie.saved_view for insert to hejie_app
  with check (city_code = hejie.context_city() and unit_id = hejie.context_unit() and user_id = hejie.context_user());
create policy changes on hejie.saved_view for update to hejie_app
  using (city_code = hejie.context_city() and unit_id = hejie.context_unit() and user_id = hejie.context_user())
  with check (city_code = hejie.context_city() and unit_id = hejie.context_unit() and user_id = hejie.context_user());
create policy removes on hejie.saved_view for delete to hejie_app
  using (city_code = hejie.context_city() and unit_id = hejie.context_unit()
    and (user_id = hejie.context_user() or (is_shared and hejie.context_role() = 'supervisor')));

grant select, insert on hejie.notice, hejie.notice_read to hejie_app;
grant select, insert, update on hejie.macro to hejie_app;
grant select, insert, update, delete on hejie.saved_view to hejie_app;

-- What was awaited of a matter has been done by whoever made this version of it: colleagues need not be called any more.
-- Their notices are not the doer's to read or change, so this goes past the policies, for the doer of that event alone.
create function hejie.settle_notices(city text, matter uuid, made_version integer, settled timestamptz) returns void
language sql security definer set search_path = pg_catalog
begin atomic
  update hejie.notice n set settled_at = settled
  where n.city_code = city and n.matter_id = matter and n.awaits_step and n.settled_at is null
    and n.version < made_version and city = hejie.context_city() and exists (
      select from hejie.event e
      where e.city_code = city and e.matter_id = matter and e.version = made_version
        and hejie.context_user() in (e.actor_user_id, e.actor_party_id)
    );
end;

revoke execute on function hejie.settle_notices from public;
grant execute on function hejie.settle_notices to hejie_app;
