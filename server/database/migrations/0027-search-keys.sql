-- The one way to search, as before (0026): but the ids that the keys give go straight into the list by which matters are
-- read. They went through a table in between, which was a tenth of looking for a part of a word.
create or replace function hejie.search_matters(city text, words text[], pieces text[], code_piece text, kinds text[],
  statuses text[], units uuid[], since timestamptz, before timestamptz, at_most integer)
returns table (id uuid)
-- What is looked up by keys is looked up by them alone: while the tables are young the planner would take the city for the
-- narrowest condition and read it whole. A unit's id is of one city, and the matters are read of this city only.
language sql stable security definer set search_path = pg_catalog set enable_seqscan = off rows 100
begin atomic
  with newest as (
    select m.id, m.code, m.subject || E'\n' || m.story || E'\n' || m.request as told
    from hejie.matter m
    where m.city_code = city and city = hejie.context_city()
      and m.id = any(array(
        -- two probes, not one with &&: without words that one would read the whole index
        select s.matter_id from hejie.matter_search s where s.keys @> (words || ('u:' || hejie.context_unit()))
        union all
        select s.matter_id from hejie.matter_search s
        where s.keys @> (words || ('r:' || hejie.context_unit() || ':' || hejie.context_user()))))
      and (kinds is null or m.kind = any(kinds)) and (statuses is null or m.status = any(statuses))
      and (units is null or m.lead_unit_id = any(units) or m.holder_unit_id = any(units)
        or m.handling_unit_id = any(units))
      and (since is null or m.registered_at >= since) and (before is null or m.registered_at < before)
    -- ids are UUIDv7: their order is that of time
    order by m.id desc limit 5000
  ),
  asked as materialized (
    select '%' || replace(replace(replace(p.piece, '\', '\\'), '%', '\%'), '_', '\_') || '%' as pattern,
      p.piece = upper(p.piece) as has_one_case
    from unnest(pieces) as p (piece)
  )
  select n.id from newest n
  where (cardinality(pieces) = 0 and code_piece is null)
    -- a piece comes in small letters; most have none, and then the texts are read as they stand: half the cost
    or (cardinality(pieces) > 0
      and n.told like all (array(select a.pattern from asked a where a.has_one_case))
      and (not exists (select from asked a where not a.has_one_case)
        or lower(n.told) like all (array(select a.pattern from asked a where not a.has_one_case))))
    or (code_piece is not null and strpos(n.code, code_piece) > 0)
  order by n.id desc limit at_most;
end;

-- What a matter is found by no longer says whether it is open: nothing asks for that key since the same dispute is looked
-- for among open matters (0025), and writing it entered all the words of a matter into the index once more at its closing.
create or replace function hejie.refresh_search(city text, matter uuid, new_terms text[]) returns void
language sql security definer set search_path = pg_catalog
begin atomic
  update hejie.matter_search s
  set keys = array(
      -- `is:` stands in older rows
      select k from unnest(s.keys || new_terms) k where k !~ '^(u|r|is):'
      union
      select case when r.reader is null then 'u:' || p.unit_id else 'r:' || p.unit_id || ':' || r.reader end
      from hejie.participation p left join lateral unnest(p.readers) as r (reader) on true
      where p.city_code = city and p.matter_id = matter and p.until_at is null and p.part <> 'origin'
        and (p.readers is null or r.reader is not null)
    )
  where s.city_code = city and s.matter_id = matter and city = hejie.context_city();
end;
