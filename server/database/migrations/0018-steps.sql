-- The context of a step on a matter. Its statements are long, name their rows by key, and come in one shape only: planning
-- one anew for every step, as PostgreSQL goes on doing where it hopes for a better plan, was a quarter of the work.
create function hejie.set_context_of_step(city text, user_id uuid, unit_id uuid, role text) returns void
language plpgsql as $$
begin
  perform hejie.set_context(city, user_id, unit_id, role);
  set local plan_cache_mode = force_generic_plan;
end $$;
revoke execute on function hejie.set_context_of_step from public;
grant execute on function hejie.set_context_of_step to hejie_app;
