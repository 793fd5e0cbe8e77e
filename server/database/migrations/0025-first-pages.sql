-- First pages at a million matters: what shows fifty lines reads about fifty rows.

-- The one way to search, as before; now the matters come from the newest end of their index, so that a word which all of
-- an office's matters hold costs no more than the matters that are ranked, and texts are read only until enough of them
-- hold the piece.
create or replace function hejie.search_matters(city text, words text[], pieces text[], code_piece text, kinds text[],
  statuses text[], units uuid[], since timestamptz, before timestamptz, at_most integer)
returns table (id uuid)
-- While the tables are young the planner takes the city for the narrowest condition and reads it whole, for every matter
-- anew: so what is looked up by keys is looked up first and alone (a unit's id is of one city), then its matters one by one.
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off rows 100
begin atomic
  with mine as materialized (
    -- two probes, not one with &&: without words that one would read the whole index
    (select s.city_code, s.matter_id from hejie.matter_search s
      where s.keys @> (words || ('u:' || hejie.context_unit())))
    union all
    (select s.city_code, s.matter_id from hejie.matter_search s
      where s.keys @> (words || ('r:' || hejie.context_unit() || ':' || hejie.context_user())))
  ),
  newest as (
    select m.id, m.code, m.subject, m.story, m.request
    from hejie.matter m
    where m.city_code = city and m.id = any(array(select n.matter_id from mine n where n.city_code = city))
      and city = hejie.context_city()
      and (kinds is null or m.kind = any(kinds)) and (statuses is null or m.status = any(statuses))
      and (units is null or m.lead_unit_id = any(units) or m.holder_unit_id = any(units)
        or m.handling_unit_id = any(units))
      and (since is null or m.registered_at >= since) and (before is null or m.registered_at < before)
    -- ids are UUIDv7: their order is that of time
    order by m.id desc limit 5000
  )
  select n.id from newest n
  where (cardinality(pieces) = 0 and code_piece is null)
    or (cardinality(pieces) > 0 and (
      -- a piece comes in small letters; most have none, and then the texts are read as they stand: half the cost
      select bool_and(case when piece = upper(piece)
        then strpos(n.story, piece) > 0 or strpos(n.subject, piece) > 0 or strpos(n.request, piece) > 0
        else strpos(lower(n.subject || E'\n' || n.story || E'\n' || n.request), piece) > 0 end)
      from unnest(pieces) as p (piece)))
    or (code_piece is not null and strpos(n.code, code_piece) > 0)
  order by n.id desc limit at_most;
end;

-- A list, too, may plan its statements once for all, though it is about no one matter: `matter` is null then.
create or replace function hejie.enter_matter(city text, user_id uuid, unit_id uuid, role text, matter uuid, is_step boolean)
returns void language plpgsql as $$
declare
  person text := concat_ws('|', city, coalesce(user_id::text, '-'), coalesce(unit_id::text, '-'), role);
begin
  execute format('set local hejie.context = %L', person);
  if matter is not null and hejie.takes_part_by_rows(city, matter) then
    execute format('set local hejie.context = %L', concat(person, '|||', matter));
  end if;
  if is_step then
    set local plan_cache_mode = force_generic_plan;
  end if;
end $$;

-- The first of what a region owes, due first, as overseen_matters() tells it: each place from its own end of the index, for
-- a city of tens of thousands of open matters was told whole to show fifty of them.
create function hejie.overseen_page(city text, prefix text, only_here boolean, in_danger boolean, statuses text[],
  kinds text[], only_sealed boolean, holder uuid, due_from_day date, due_until_day date, after_due date, after_id uuid,
  at_most integer)
returns table (id uuid, code text, kind text, status text, region_code text, lead_unit_id uuid, holder_unit_id uuid,
  returns integer, reopenings integer, danger text, due_on date, registered_at timestamptz, resume_by date, is_sealed boolean,
  due_from date, transfers integer, returned_times integer, party_count integer)
language sql stable security definer set search_path = pg_catalog rows 50
begin atomic
  select m.id, m.code, case when m.seal_ground is null then m.kind end, m.status, m.region_code, m.lead_unit_id,
    m.holder_unit_id, m.returns, m.reopenings, case when m.seal_ground is null then m.danger end, m.due_on,
    m.registered_at, m.resume_by, m.seal_ground is not null,
    m.due_from, m.transfers, m.returned_times, case when m.seal_ground is null then m.party_count else 0 end
  from hejie.region r cross join lateral (
    select * from hejie.matter m
    where m.city_code = city and m.is_open and m.region_code = r.code
      and (statuses is null or m.status = any(statuses))
      and (holder is null or m.holder_unit_id = holder)
      -- of a sealed one neither kind nor danger is told
      and (kinds is null or (m.seal_ground is null and m.kind = any(kinds)))
      and (not in_danger or (m.seal_ground is null and m.danger is not null))
      and (not only_sealed or m.seal_ground is not null)
      and (due_from_day is null or m.due_on >= due_from_day) and (due_until_day is null or m.due_on <= due_until_day)
      and (after_due is null or (m.due_on, m.id) > (after_due, after_id))
    order by m.due_on, m.id limit at_most
  ) m
  where r.city_code = city and r.code >= prefix and r.code < prefix || '~' and (not only_here or r.code = prefix)
    and city = hejie.context_city() and hejie.context_role() in ('supervisor', 'leader')
    and exists (
      select 1 from hejie.unit u
      where u.city_code = city and u.id = hejie.context_unit() and starts_with(prefix, u.region_code)
    )
  order by m.due_on, m.id limit at_most;
end;
revoke execute on function hejie.overseen_page from public;
grant execute on function hejie.overseen_page to hejie_app;

-- Perhaps the same dispute, as before, but looked for where it could be: among the open matters of the same county and of
-- the city's own centre, same kind and newest first; among the city's newest of the same kind; and wherever the two sides
-- are the same. It compared every open matter of the city that shared one word: a second, while somebody types, where
-- 90,000 are open.
create or replace function hejie.similar_candidates(city text, some_terms text[], region text, a_kind text, pair bytea)
returns table (id uuid, code text, kind text, region_code text, lead_unit_id uuid, registered_at timestamptz,
  terms text[], is_same_pair boolean, takes_part boolean, status text)
language sql stable security definer set search_path = pg_catalog rows 20
begin atomic
  with near as (
    (select m.id, m.kind, m.region_code
      from hejie.matter m
      where m.city_code = city and m.is_open
        and m.region_code = any(array(
          select r.code from hejie.region r
          where r.city_code = city and (starts_with(r.code, left(region, 6)) or r.code = left(region, 4))))
      order by (m.kind = a_kind) desc, m.id desc limit 1000)
    union
    (select m.id, m.kind, m.region_code
      from (select * from hejie.matter m where m.city_code = city and m.is_open order by m.id desc limit 2000) m
      where m.kind = a_kind)
  ),
  alike as (
    (select n.id from near n cross join lateral (
        select from hejie.matter_search s
        where s.city_code = city and s.matter_id = n.id and s.keys && some_terms offset 0) s
      order by (n.kind = a_kind) desc, (n.region_code = region) desc, n.id desc limit 200)
    union
    (select m.id from hejie.matter m where m.city_code = city and m.pair_hash = pair limit 20)
  )
  select m.id, m.code, m.kind, m.region_code, m.lead_unit_id, m.registered_at,
    array(select k from unnest(s.keys) k where k !~ '^(u|r|is):'), coalesce(m.pair_hash = pair, false),
    hejie.takes_part(city, m.id), m.status
  from alike a
    cross join lateral (select * from hejie.matter m where m.city_code = city and m.id = a.id offset 0) m
    join hejie.matter_search s on s.city_code = city and s.matter_id = m.id
  where city = hejie.context_city() and hejie.context_unit() is not null
    and (m.seal_ground is null or hejie.takes_part(city, m.id));
end;

-- What a centre leads and others have: only that, so that a centre's own thousands are not read past, and a matter enters
-- this index only once it is handed on.
drop index hejie.matter_queue_of_lead;
create index matter_led_elsewhere on hejie.matter (city_code, lead_unit_id, due_on, id)
  where is_open and holder_unit_id <> lead_unit_id;
