-- What administrators and auditors must know of matters in which they take no part, each by a door of its own.

-- Whether an office still holds or leads open matters: then it cannot be put out of use.
create function hejie.holds_open_matters(city text, unit uuid) returns boolean
language sql stable security definer set search_path = pg_catalog
return city = hejie.context_city() and hejie.context_role() = 'system-admin' and (
  exists (select from hejie.matter m where m.city_code = city and m.is_open and m.holder_unit_id = unit)
  or exists (select from hejie.matter m where m.city_code = city and m.is_open and m.lead_unit_id = unit));

-- The auditor reads who opened which file; of the file itself only its code.
create function hejie.audited_matter(city text, a_code text) returns uuid
language sql stable security definer set search_path = pg_catalog
begin atomic
  select m.id from hejie.matter m
  where m.city_code = city and m.code = a_code
    and city = hejie.context_city() and hejie.context_role() = 'auditor';
end;

create function hejie.audited_codes(city text, ids uuid[]) returns table (id uuid, code text)
language sql stable security definer set search_path = pg_catalog rows 100
begin atomic
  select m.id, m.code from hejie.matter m
  where m.city_code = city and m.id = any(ids)
    and city = hejie.context_city() and hejie.context_role() = 'auditor';
end;

revoke execute on function hejie.holds_open_matters, hejie.audited_matter, hejie.audited_codes from public;
grant execute on function hejie.holds_open_matters, hejie.audited_matter, hejie.audited_codes to hejie_app;

create index access_log_by_time on hejie.access_log (city_code, at, id);
create index organisation_event_by_time on hejie.organisation_event (city_code, recorded_at, id);
