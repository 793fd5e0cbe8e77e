-- A person leaves an office: the open matters that they are handling there get another handler, or wait for one.
-- Whoever administers postings takes part in no matter, so this goes past participation by one narrow door: it moves
-- the handler and nothing else, of one person at one office, a bounded number at a time (one for each event id given),
-- and answers how many it moved.
create function hejie.hand_over_work(city text, unit uuid, from_user uuid, to_user uuid, in_statuses text[],
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
    select m.id from hejie.matter m
    where m.city_code = city and m.is_open and m.handler_user_id = from_user and m.holder_unit_id = unit
      and m.status = any(in_statuses)
    order by m.id limit cardinality(event_ids) for update
  ),
  numbered as (
    select l.id, row_number() over (order by l.id) as place from locked l
  ),
  changed as (
    update hejie.matter m set version = m.version + 1, handler_user_id = to_user
    from numbered n where m.city_code = city and m.id = n.id
    returning m.id, m.version, n.place
  )
  insert into hejie.event (city_code, matter_id, version, id, type, actor_user_id, actor_unit_id, actor_role,
    occurred_at, recorded_at, data)
  select city, c.id, c.version, event_ids[c.place], 'hand-over-work', hejie.context_user(), hejie.context_unit(),
    hejie.context_role(), at, at, jsonb_build_object('handlerUserId', to_user)
  from changed c;
  get diagnostics moved = row_count;
  return moved;
end $$;

revoke execute on function hejie.hand_over_work from public;
grant execute on function hejie.hand_over_work to hejie_app;
