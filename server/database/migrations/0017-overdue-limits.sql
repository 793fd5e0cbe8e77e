-- Which running limits of matters are past due, for those who take part in them: for the colours of a page of a queue. By
-- the policy of hejie.clock every row would ask once more who takes part; here the page asks once.
create function hejie.overdue_limits(city text, ids uuid[], today date)
returns table (matter_id uuid, due_on date)
language sql stable security definer set search_path = pg_catalog rows 50
begin atomic
  select c.matter_id, c.due_on
  from hejie.clock c
  where c.city_code = city and c.matter_id = any(ids) and c.ended_on is null and c.task_id is null
    and c.owed_by <> 'party' and c.due_on < today
    and city = hejie.context_city() and hejie.context_role() <> 'party' and exists (
      select from hejie.participation p
      where p.city_code = city and p.matter_id = c.matter_id and p.unit_id = hejie.context_unit()
        and p.until_at is null and p.part <> 'origin' and (p.readers is null or hejie.context_user() = any(p.readers)));
end;
revoke execute on function hejie.overdue_limits from public;
grant execute on function hejie.overdue_limits to hejie_app;
