-- Running limits of the matter's own offices by matter. The board counted for each matter of a region those that have passed;
-- now they are read once for all of them, and a queue that asks for a colour finds those of a matter in the index alone.
create index clock_running on hejie.clock (city_code, matter_id, due_on)
  where ended_on is null and task_id is null and owed_by <> 'party';

create or replace function hejie.overseen_board(city text, prefix text, today date)
returns table (id uuid, code text, kind text, status text, region_code text, lead_unit_id uuid, holder_unit_id uuid,
  returns integer, reopenings integer, danger text, due_on date, registered_at timestamptz, resume_by date, is_sealed boolean,
  due_from date, transfers integer, returned_times integer, party_count integer, steps_overdue integer)
language sql stable security definer set search_path = pg_catalog rows 1000
begin atomic
  select m.*, coalesce(o.passed, 0)
  from hejie.overseen_matters(city, prefix) m left join (
    select c.matter_id, count(*)::integer as passed from hejie.clock c
    where c.city_code = city and c.ended_on is null and c.task_id is null and c.owed_by <> 'party' and c.due_on < today
    group by c.matter_id) o on o.matter_id = m.id;
end;

-- The one way to search, as before; without a whole word the unit's own matters are no longer looked up by their keys (of
-- tens of thousands of them all were read to look at the newest 5,000) but taken from where participation is kept, the
-- newest of each part first. Where a filter narrows them they come all, for the 5,000 are those that it leaves.
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
        -- two probes, not one with &&
        select s.matter_id from hejie.matter_search s
        where cardinality(words) > 0 and s.keys @> (words || ('u:' || hejie.context_unit()))
        union all
        select s.matter_id from hejie.matter_search s
        where cardinality(words) > 0
          and s.keys @> (words || ('r:' || hejie.context_unit() || ':' || hejie.context_user()))
        union all
        select p.matter_id
        from unnest('{holder,lead,assisting}'::text[]) as own (part) cross join lateral (
          select p.matter_id from hejie.participation p
          where p.city_code = city and p.unit_id = hejie.context_unit() and p.part = own.part and p.until_at is null
            and (p.readers is null or hejie.context_user() = any(p.readers))
          -- ids are UUIDv7: their order is that of time
          order by p.matter_id desc
          limit case when kinds is null and statuses is null and units is null and since is null and before is null
            then 5000 end) p
        where cardinality(words) = 0))
      and (kinds is null or m.kind = any(kinds)) and (statuses is null or m.status = any(statuses))
      and (units is null or m.lead_unit_id = any(units) or m.holder_unit_id = any(units)
        or m.handling_unit_id = any(units))
      and (since is null or m.registered_at >= since) and (before is null or m.registered_at < before)
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
