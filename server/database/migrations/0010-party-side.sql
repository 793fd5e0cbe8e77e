-- What parties do from outside, and what they are shown: the door by code and secret, papers meant for a seat, whoever
-- opened the file, one rating, the wish to have it taken up again.

alter table hejie.matter add column reopening_asked_at timestamptz;
create index matter_reopening_asked on hejie.matter (city_code, lead_unit_id, ended_at desc, id desc)
  where reopening_asked_at is not null;

alter table hejie.party add column rated_at timestamptz;

-- A paper was added by somebody on the staff or by a party. Parties see what is meant for their seat and what they gave.
alter table hejie.paper
  alter column added_by drop not null,
  add column added_by_party uuid,
  add column for_seats text[] not null default '{}',
  add column is_in_confidence boolean not null default false,
  add constraint paper_added_by_somebody check ((added_by is null) <> (added_by_party is null));

-- A party opens their own file for no office.
alter table hejie.access_log
  alter column unit_id drop not null,
  add constraint access_log_for_an_office check ((unit_id is null) = (role = 'party'));

-- What the door needs in order to tell whether a secret is one of this code's: ids, seats and generations, nothing else.
-- A matter that was merged into another leads on to it, for the parties that came along.
create function hejie.party_door(city text, a_code text)
returns table (matter_id uuid, party_id uuid, seat text, secret_generation integer)
language sql stable security definer set search_path = pg_catalog rows 2
begin atomic
  with recursive led (first_id, id, merged_into, depth) as (
    select m.id, m.id, m.merged_into, 0 from hejie.matter m
    where m.city_code = city and m.code = a_code and not m.is_history
      and city = hejie.context_city() and hejie.context_role() = 'program'
    union all
    select l.first_id, m.id, m.merged_into, l.depth + 1
    from led l join hejie.matter m on m.city_code = city and m.id = l.merged_into
    where l.depth < 10
  )
  select p.matter_id, p.id, p.seat, p.secret_generation
  from led l
  join hejie.matter m on m.city_code = city and m.id = l.id and m.wrapped_key is not null
  join hejie.party p on p.city_code = city and p.matter_id = l.id
  where l.merged_into is null
    and exists (select from hejie.party own
      where own.city_code = city and own.matter_id = l.first_id and own.id = p.id);
end;

-- Who on the staff opened a party's own file: office, role, when, what and why; never the name.
create function hejie.own_file_openings(city text, matter uuid, at_most integer)
returns table (at timestamptz, unit_id uuid, role text, what text, purpose text)
language sql stable security definer set search_path = pg_catalog rows 50
begin atomic
  select l.at, l.unit_id, l.role, l.what, l.purpose
  from hejie.access_log l
  where l.city_code = city and l.matter_id = matter and l.role <> 'party'
    and hejie.context_role() = 'party' and hejie.takes_part(city, matter)
  order by l.id desc limit least(at_most, 200);
end;

-- At which seat the acting party sits.
create function hejie.context_seat(city text, matter uuid) returns text
language sql stable security definer set search_path = pg_catalog
return (select p.seat from hejie.party p
  where p.city_code = city and city = hejie.context_city() and hejie.context_role() = 'party'
    and p.matter_id = matter and p.id = hejie.context_user());

-- A party reads no paper but their own and those meant for their seat, whatever a query asks for; a representative also
-- what the applicant's seat may read, and what was not given in confidence.
create policy seats on hejie.paper as restrictive for select to hejie_app using (
  case when hejie.context_role() = 'party' then
    added_by_party = hejie.context_user() or hejie.context_seat(city_code, matter_id) = any(for_seats)
    or (hejie.context_seat(city_code, matter_id) = 'representative'
      and ('applicant' = any(for_seats) or (added_by_party is not null and not is_in_confidence)))
  else true end);

revoke execute on function hejie.party_door, hejie.own_file_openings, hejie.context_seat from public;
grant execute on function hejie.party_door, hejie.own_file_openings, hejie.context_seat to hejie_app;
