-- Whoever reads a file or takes a step works on one matter, and a step asked for each of its rows whether they take part in
-- it: 83 calls and a fifth of PostgreSQL's work in a life, half of that of reading a file. Now it is asked once, at the
-- beginning of the transaction, whose context then names the matter that was entered.

-- Whether the acting unit takes part in a matter now; of a sealed one, whether its reader does. A party, whose id stands
-- in the person's place, takes part in their own matter. Reads past the policies.
-- A file must not be left without a reader by people leaving: once nobody among the readers is posted at the leading
-- centre any more who could name others, those who may seal there read it, and name them.
create function hejie.takes_part_by_rows(city text, matter uuid) returns boolean
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
revoke execute on function hejie.takes_part_by_rows from public;
grant execute on function hejie.takes_part_by_rows to hejie_app;

create function hejie.context_matter() returns uuid language sql stable
  return nullif(split_part(current_setting('hejie.context', true), '|', 7), '')::uuid;

-- The same, as the policies ask it. Without rights or settings of its own, so that PostgreSQL puts it into them instead of
-- calling it.
create or replace function hejie.takes_part(city text, matter uuid) returns boolean language sql stable
  return case when matter = hejie.context_matter() and city = hejie.context_city() then true
    else hejie.takes_part_by_rows(city, matter) end;

-- The context of a transaction about one matter. A step also plans its statements once for all: they are long, name their
-- rows by key, and come in one shape only.
create function hejie.enter_matter(city text, user_id uuid, unit_id uuid, role text, matter uuid, is_step boolean)
returns void language plpgsql as $$
declare
  person text := concat_ws('|', city, coalesce(user_id::text, '-'), coalesce(unit_id::text, '-'), role);
begin
  execute format('set local hejie.context = %L', person);
  if hejie.takes_part_by_rows(city, matter) then
    execute format('set local hejie.context = %L', concat(person, '|||', matter));
  end if;
  if is_step then
    set local plan_cache_mode = force_generic_plan;
  end if;
end $$;
revoke execute on function hejie.enter_matter from public;
grant execute on function hejie.enter_matter to hejie_app;
drop function hejie.set_context_of_step;
