import { type Adapter, type Matter, pageSize, said, settingOf } from '../adapter.ts';
import { described } from '../description.ts';

/** The numbers that Redmine's default data gives its states; a city's own are said in the settings. */
const defaults = { tracker: '3', inProgress: '2', resolved: '3', closed: '5' } as const;

/**
 * Redmine by its REST interface (`rest_api_enabled`): one person who has the right to all the steps. It knows no
 * parties, so they stand in the description, which is where an office that uses it would write them.
 */
export const adapter: Adapter = {
  name: 'redmine',
  lacks: [
    'parties (they stand in clear in the description)',
    'legal deadlines, working days, levels',
    'encryption of what parties tell',
    'a record of who looked',
    'hand-over with acceptance, call-back by somebody other than the handler',
    'repeating a request without doing it twice',
    'an index for search: it reads all texts, so parts of words are found',
  ],
  async open(system) {
    const { settings, requests } = system;
    const headers = { 'x-redmine-api-key': settingOf(system, 'key') };
    const get = async (path: string) => JSON.parse(await requests.send({ path, headers, expected: 200 }));
    const change = (id: number, issue: object) =>
      requests.send({ method: 'PUT', path: `/issues/${id}.json`, headers, body: { issue }, expected: 204 });

    const state = { ...defaults, ...settings };
    const me = (await get('/users/current.json')).user.id;
    const known: { id: number; is_closed: boolean }[] = (await get('/issue_statuses.json')).issue_statuses;
    if (!known.some(({ id, is_closed }) => is_closed && String(id) === state.closed)) {
      throw new Error(`state ${state.closed} closes nothing: say which one does, as "closed"`);
    }

    const create = async (matter: Matter, fields: object): Promise<number> => {
      const issue = {
        project_id: settings.project ?? 'disputes',
        tracker_id: state.tracker,
        subject: matter.subject,
        description: described(matter),
        ...fields,
      };
      const path = '/issues.json';
      const answer = await requests.send({ method: 'POST', path, headers, body: { issue }, expected: 201 });
      return JSON.parse(answer).issue.id;
    };

    return {
      create: (matter) => create(matter, { assigned_to_id: me }),
      async live(matter) {
        const id = await create(matter, {});
        await change(id, { status_id: state.inProgress, assigned_to_id: me });
        await change(id, { notes: said.note });
        await change(id, { status_id: state.resolved, notes: `${said.outcome}\n${said.answer}` });
        await change(id, { status_id: state.closed });
        const { status } = (await get(`/issues/${id}.json?include=journals`)).issue;
        if (!status.is_closed) throw new Error(`a life ended as ${status.name}`);
      },
      list: async () => {
        const query = `assigned_to_id=me&status_id=open&sort=due_date&limit=${pageSize}`;
        return (await get(`/issues.json?${query}`)).issues.length;
      },
      search: async (word) => {
        const query = `q=${encodeURIComponent(word)}&issues=1&limit=${pageSize}`;
        return (await get(`/search.json?${query}`)).results.length;
      },
    };
  },
};
