-- What somebody is telling on the portal, before it is a matter. It is sealed with a key of which half is in their browser
-- only (server/portal/bring/draft.ts): without that browser nobody reads it, the program neither.

create table hejie.portal_draft (
  city_code text not null,
  -- a keyed hash of what the browser holds
  id bytea not null,
  sealed bytea not null,
  -- three hours after it was last touched; then it is taken away
  expires_at timestamptz not null,
  primary key (city_code, id)
);
create index portal_draft_expired on hejie.portal_draft (city_code, expires_at);

-- A file that is not yet a paper of a matter; where it lies, and how much room it takes.
create table hejie.portal_upload (
  city_code text not null,
  draft_id bytea not null,
  id uuid not null,
  address text not null,
  size_bytes integer not null,
  primary key (city_code, draft_id, id)
);

alter table hejie.portal_upload add constraint portal_upload_draft
  foreign key (city_code, draft_id) references hejie.portal_draft (city_code, id);

-- Nobody on the staff, and no party, ever has a reason to look here.
alter table hejie.portal_draft enable row level security;
create policy portal on hejie.portal_draft to hejie_app
  using (city_code = hejie.context_city() and hejie.context_role() = 'program');
alter table hejie.portal_upload enable row level security;
create policy portal on hejie.portal_upload to hejie_app
  using (city_code = hejie.context_city() and hejie.context_role() = 'program');

grant select, insert, update, delete on hejie.portal_draft, hejie.portal_upload to hejie_app;
