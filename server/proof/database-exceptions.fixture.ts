/** Tables of the city without row-level security, and why each needs none. A new one is under a policy or gets its reason. */
export const tablesWithoutPolicy: Readonly<Record<string, string>> = {
  absence: 'Who is away from which office: read by every colleague’s queue, and nothing of a matter.',
  api_token: 'Read before anybody is known; only hashes stand in it.',
  city: 'The city’s name and zone.',
  posting: 'Read to find out who somebody is, before there is a context.',
  procedure_version: 'The text of the law, as the city pack has it.',
  region: 'The map.',
  unit: 'Centres and departments: published.',
};

/** Tables whose rows no policy shows: only a door past the policies looks into them. */
export const tablesReadByDoorsAlone: Readonly<Record<string, string>> = {
  matter_search: 'What matters are found by: search_matters alone reads it.',
};
