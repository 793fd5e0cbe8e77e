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
