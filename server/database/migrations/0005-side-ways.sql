-- Side ways: work that an office suspends, matters beside one another, files sealed for named readers.

-- The office's own suspension stops no clock of the citizen's; it only says when the work is to go on.
alter table hejie.matter
  add column suspended_on date,
  add column resume_by date,
  add column seal_ground text,
  add constraint matter_suspension check ((suspended_on is null) = (resume_by is null)),
  add constraint matter_suspended_at_work check (suspended_on is null or status in ('accepted', 'handling')),
  add constraint matter_seal_ground check (seal_ground in ('child-involved', 'sexual-violence', 'state-staff-as-party', 'other'));

-- Two matters beside one another, a row from each side; about the disputes, never about who their parties are.
create table hejie.matter_link (
  city_code text not null,
  matter_id uuid not null,
  other_id uuid not null,
  reason text not null check (reason in ('other-aspect', 'follow-up', 'same-event')),
  linked_at timestamptz not null,
  primary key (city_code, matter_id, other_id),
  check (matter_id <> other_id)
);
alter table hejie.matter_link add constraint matter_link_matter
  foreign key (city_code, matter_id) references hejie.matter (city_code, id);
alter table hejie.matter_link add constraint matter_link_other
  foreign key (city_code, other_id) references hejie.matter (city_code, id);

alter table hejie.matter_link enable row level security;
create policy reads on hejie.matter_link for select to hejie_app
  using (hejie.context_role() <> 'party' and hejie.takes_part(city_code, matter_id));
create policy adds on hejie.matter_link for insert to hejie_app
  with check (city_code = hejie.context_city() and hejie.takes_part(city_code, matter_id) and hejie.takes_part(city_code, other_id));
create policy removes on hejie.matter_link for delete to hejie_app
  using (hejie.takes_part(city_code, matter_id) and hejie.takes_part(city_code, other_id));
grant select, insert, delete on hejie.matter_link to hejie_app;

-- What stands beside a matter in which one takes part: of those in which one takes none the code and the stage, of a
-- sealed one the code.
create function hejie.linked_matters(city text, matter uuid)
returns table (id uuid, code text, reason text, status text, lead_unit_id uuid, subject text, takes_part boolean)
language sql stable security definer set search_path = pg_catalog rows 10
begin atomic
  select m.id, m.code, l.reason,
    case when t.yes or m.seal_ground is null then m.status end,
    case when t.yes or m.seal_ground is null then m.lead_unit_id end,
    case when t.yes then m.subject end, t.yes
  from hejie.matter_link l join hejie.matter m on m.city_code = l.city_code and m.id = l.other_id
    cross join lateral (select hejie.takes_part(city, m.id) as yes) t
  where l.city_code = city and l.matter_id = matter
    and hejie.context_role() <> 'party' and hejie.takes_part(city, matter)
  order by l.linked_at, m.id limit 50;
end;

-- Whether the acting unit takes part in a matter now; of a sealed one, whether its reader does. A party, whose id stands
-- in the person's place, takes part in their own matter. Reads past the policies, which call it.
-- A file must not be left without a reader by people leaving: once nobody among the readers is posted at the leading
-- centre any more who could name others, those who may seal there read it, and name them.
create or replace function hejie.takes_part(city text, matter uuid) returns boolean
language sql stable security definer set search_path = pg_catalog
return city = hejie.context_city() and case when hejie.context_role() = 'party' then exists (
  select 1 from hejie.party p
  where p.city_code = city and p.matter_id = matter and p.id = hejie.context_user()
) else exists (
  select 1 from hejie.participation p
  where p.city_code = city and p.matter_id = matter and p.unit_id = hejie.context_unit()
    and p.until_at is null and p.part <> 'origin'
    and (p.readers is null or hejie.context_user() = any(p.readers)
      or (p.part = 'lead' and hejie.context_role() in ('dispatcher', 'supervisor') and not exists (
        select from hejie.posting o
        where o.city_code = city and o.unit_id = p.unit_id and o.user_id = any(p.readers)
          and o.role in ('dispatcher', 'supervisor') and o.ended_at is null
          and (o.until_day is null or o.until_day >= (
            select (now() at time zone c.zone)::date from hejie.city c where c.city_code = city))
      )))
) end;

-- Of a sealed matter others may know that it exists, and nothing else.
create function hejie.is_sealed(city text, an_id uuid, a_code text) returns boolean
language sql stable security definer set search_path = pg_catalog
return city = hejie.context_city() and hejie.context_unit() is not null and exists (
  select from hejie.matter m
  where m.city_code = city and (m.id = an_id or m.code = a_code) and m.seal_ground is not null);


-- A corrected text is found by its new words, and no longer by those that only the old one had.
create function hejie.replace_search_terms(city text, matter uuid, gone text[], come text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if hejie.takes_part(city, matter) then
    update hejie.matter_search s
    set keys = array(select k from unnest(s.keys) k where k <> all(gone) union select k from unnest(come) k)
    where s.city_code = city and s.matter_id = matter;
  end if;
end $$;

-- A person leaves an office: the open matters that they are handling there get another handler, or wait for one. As in
-- 0003, but a sealed one goes only to somebody who may read it, and waits for one of its readers otherwise.
create or replace function hejie.hand_over_work(city text, unit uuid, from_user uuid, to_user uuid, in_statuses text[],
  at timestamptz, event_ids uuid[]) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  moved integer;
begin
  if city is distinct from hejie.context_city() or hejie.context_user() is null
    or not (hejie.context_role() = 'security-admin' or hejie.context_unit() = unit) then
    raise exception 'this context hands no work over' using errcode = '42501';
  end if;
  with locked as (
    select m.id, m.seal_ground from hejie.matter m
    where m.city_code = city and m.is_open and m.handler_user_id = from_user and m.holder_unit_id = unit
      and m.status = any(in_statuses)
    order by m.id limit cardinality(event_ids) for update
  ),
  numbered as (
    select l.id, row_number() over (order by l.id) as place,
      case when l.seal_ground is null or exists (
        select from hejie.participation p
        where p.city_code = city and p.matter_id = l.id and p.unit_id = unit and p.until_at is null
          and to_user = any(p.readers)
      ) then to_user end as to_user
    from locked l
  ),
  changed as (
    update hejie.matter m set version = m.version + 1, handler_user_id = n.to_user
    from numbered n where m.city_code = city and m.id = n.id
    returning m.id, m.version, n.place, n.to_user
  )
  insert into hejie.event (city_code, matter_id, version, id, type, actor_user_id, actor_unit_id, actor_role,
    occurred_at, recorded_at, data)
  select city, c.id, c.version, event_ids[c.place], 'hand-over-work', hejie.context_user(), hejie.context_unit(),
    hejie.context_role(), at, at, jsonb_build_object('handlerUserId', c.to_user)
  from changed c;
  get diagnostics moved = row_count;
  return moved;
end $$;

-- Open matters of a region for those who supervise it or must read its figures: no parties, no story; of a sealed one
-- code, stage, office and clocks only.
drop function hejie.overseen_matters;
create function hejie.overseen_matters(city text, prefix text)
returns table (id uuid, code text, kind text, status text, region_code text, lead_unit_id uuid, holder_unit_id uuid,
  returns integer, reopenings integer, danger text, due_on date, registered_at timestamptz, resume_by date, is_sealed boolean)
language sql stable security definer set search_path = pg_catalog rows 1000
begin atomic
  select m.id, m.code, case when m.seal_ground is null then m.kind end, m.status, m.region_code, m.lead_unit_id,
    m.holder_unit_id, m.returns, m.reopenings, case when m.seal_ground is null then m.danger end, m.due_on,
    m.registered_at, m.resume_by, m.seal_ground is not null
  from hejie.matter m
  where m.city_code = city and m.is_open
    and city = hejie.context_city() and hejie.context_role() in ('supervisor', 'leader')
    and m.region_code >= prefix and m.region_code < prefix || '~'
    and exists (
      select 1 from hejie.unit u
      where u.city_code = city and u.id = hejie.context_unit() and starts_with(prefix, u.region_code)
    );
end;

revoke execute on function hejie.linked_matters, hejie.is_sealed, hejie.replace_search_terms,
  hejie.overseen_matters from public;
grant execute on function hejie.linked_matters, hejie.is_sealed, hejie.replace_search_terms,
  hejie.overseen_matters to hejie_app;
