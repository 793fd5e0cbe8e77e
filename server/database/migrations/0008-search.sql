-- What a matter is found by, apart from the matter: a step that does not move it leaves its entries in the index alone.
-- `keys` holds the terms of its texts and, beside them, who takes part now (`u:unit`; of a sealed matter
-- `r:unit:reader`) and whether it is open. So one probe of one index intersects words with participation, and its cost
-- follows the asker's own matters, not the city's.
create table hejie.matter_search (
  city_code text not null,
  matter_id uuid not null,
  keys text[] not null,
  primary key (city_code, matter_id)
);
-- New entries wait in a list that every search reads whole: it is kept short (at 4 MB, the default, a search took 40 ms more).
create index matter_search_keys on hejie.matter_search using gin (keys) with (gin_pending_list_limit = 256);
alter table hejie.matter_search add constraint matter_search_matter
  foreign key (city_code, matter_id) references hejie.matter (city_code, id);

alter table hejie.matter_search enable row level security;
create policy adds on hejie.matter_search for insert to hejie_app with check (city_code = hejie.context_city());
grant insert on hejie.matter_search to hejie_app;

-- Puts a matter's keys in step with who takes part in it and whether it is open; adds the terms of what was answered.
-- It only writes down what other tables say, so it asks for no participation: after a hand-over its doer has none.
create function hejie.refresh_search(city text, matter uuid, new_terms text[]) returns void
language sql security definer set search_path = pg_catalog
begin atomic
  update hejie.matter_search s
  set keys = array(
      select k from unnest(s.keys || new_terms) k where k !~ '^(u|r|is):'
      union
      select case when r.reader is null then 'u:' || p.unit_id else 'r:' || p.unit_id || ':' || r.reader end
      from hejie.participation p left join lateral unnest(p.readers) as r (reader) on true
      where p.city_code = city and p.matter_id = matter and p.until_at is null and p.part <> 'origin'
        and (p.readers is null or r.reader is not null)
      union
      select case when m.is_open then 'is:open' else 'is:ended' end
      from hejie.matter m where m.city_code = city and m.id = matter
    )
  where s.city_code = city and s.matter_id = matter and city = hejie.context_city();
end;

-- The one way to search: the newest matters in which the acting unit takes part (of a sealed one, its reader) that hold all
-- the words among their terms and all the pieces in their text, or whose code holds the piece of a code. Capped twice: a text
-- is read for pieces in the newest that fit, and what is too common is to be narrowed.
create function hejie.search_matters(city text, words text[], pieces text[], code_piece text, kinds text[],
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
    from mine n cross join lateral (
      select * from hejie.matter m where m.city_code = city and m.id = n.matter_id offset 0) m
    where city = hejie.context_city() and n.city_code = city
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
      select bool_and(strpos(lower(n.subject || E'\n' || n.story || E'\n' || n.request), piece) > 0)
      from unnest(pieces) as p (piece)))
    or (code_piece is not null and strpos(n.code, code_piece) > 0)
  order by n.id desc limit at_most;
end;

-- Perhaps the same dispute: open matters that share terms or the pair; a sealed one for its readers alone. Capped; the domain ranks them.
create function hejie.similar_candidates(city text, some_terms text[], region text, a_kind text, pair bytea)
returns table (id uuid, code text, kind text, region_code text, lead_unit_id uuid, registered_at timestamptz,
  terms text[], is_same_pair boolean, takes_part boolean, status text)
language sql stable security definer set search_path = pg_catalog rows 20
begin atomic
  select m.id, m.code, m.kind, m.region_code, m.lead_unit_id, m.registered_at,
    array(select k from unnest(m.keys) k where k !~ '^(u|r|is):'), coalesce(m.pair_hash = pair, false),
    hejie.takes_part(city, m.id), m.status
  from (
    (select m.id, m.code, m.kind, m.region_code, m.lead_unit_id, m.registered_at, m.pair_hash, m.status, s.keys
      from hejie.matter_search s join hejie.matter m on m.city_code = s.city_code and m.id = s.matter_id
      where s.city_code = city and s.keys && some_terms and s.keys @> '{is:open}'
        and (m.seal_ground is null or hejie.takes_part(city, m.id))
      order by (m.kind = a_kind) desc, (m.region_code = region) desc limit 200)
    union
    (select m.id, m.code, m.kind, m.region_code, m.lead_unit_id, m.registered_at, m.pair_hash, m.status, s.keys
      from hejie.matter m join hejie.matter_search s on s.city_code = m.city_code and s.matter_id = m.id
      where m.city_code = city and m.pair_hash = pair
        and (m.seal_ground is null or hejie.takes_part(city, m.id)) limit 20)
  ) m
  where city = hejie.context_city() and hejie.context_unit() is not null;
end;

revoke execute on function hejie.refresh_search, hejie.search_matters, hejie.similar_candidates from public;
grant execute on function hejie.refresh_search, hejie.search_matters, hejie.similar_candidates to hejie_app;
