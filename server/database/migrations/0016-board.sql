-- The supervisors' board: what they see of the open matters of a region, with how many of each one's own limits have
-- passed, so that figures by colour can be counted where the clocks themselves may not be read.
create function hejie.overseen_board(city text, prefix text, today date)
returns table (id uuid, code text, kind text, status text, region_code text, lead_unit_id uuid, holder_unit_id uuid,
  returns integer, reopenings integer, danger text, due_on date, registered_at timestamptz, resume_by date, is_sealed boolean,
  due_from date, transfers integer, returned_times integer, party_count integer, steps_overdue integer)
language sql stable security definer set search_path = pg_catalog rows 1000
begin atomic
  select m.id, m.code, m.kind, m.status, m.region_code, m.lead_unit_id, m.holder_unit_id, m.returns, m.reopenings,
    m.danger, m.due_on, m.registered_at, m.resume_by, m.is_sealed, m.due_from, m.transfers, m.returned_times,
    m.party_count, (
      select count(*)::integer from hejie.clock c
      where c.city_code = city and c.matter_id = m.id and c.ended_on is null and c.task_id is null
        and c.owed_by <> 'party' and c.due_on < today)
  from hejie.overseen_matters(city, prefix) m;
end;

revoke execute on function hejie.overseen_board from public;
grant execute on function hejie.overseen_board to hejie_app;
