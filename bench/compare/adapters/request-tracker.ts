import { type Adapter, type Matter, pageSize, type System, said, settingOf } from '../adapter.ts';
import { described } from '../description.ts';

const fields = 'Subject,Status,Queue,Owner,Created,Due,LastUpdated';

/**
 * Request Tracker 5 by its REST interface 2: one privileged user, with a session for each lane. A token would be simpler,
 * but RT tries it against bcrypt at every request, a third of a second of CPU each, which says nothing of its works. Parties
 * are a requestor and a copy, each a user of RT by their mail address, made on the way.
 */
export const adapter: Adapter = {
  name: 'request-tracker',
  lacks: [
    'parties other than mail addresses (names and numbers stand in clear in the description)',
    'legal deadlines counted in working days with their reasons, levels',
    'encryption of what parties tell, in its database',
    'a record of who looked',
    'hand-over with acceptance, call-back by somebody other than the handler, a state after "resolved"',
    'repeating a request without doing it twice',
    'search of what came in since its indexer last ran, and of Chinese words in running text',
  ],
  async open(system) {
    const owner = settingOf(system, 'user');
    const queue = system.settings.queue ?? 'General';
    const inSession = await openSessions(system);

    async function create({ send }: Session, matter: Matter, more: object): Promise<string> {
      const ticket = {
        Queue: queue,
        Subject: matter.subject,
        Content: described(matter),
        Requestor: matter.applicant.mail,
        Cc: matter.respondent.mail,
        ...more,
      };
      return JSON.parse(await send('POST', 'ticket', ticket, 201)).id;
    }
    const text = (Content: string) => ({ Content, ContentType: 'text/plain' });
    const rows = (query: Record<string, string>): Promise<number> =>
      inSession(async ({ get }) => {
        const parameters = new URLSearchParams({ ...query, fields, per_page: String(pageSize) });
        return (await get(`tickets?${parameters}`)).items.length;
      });

    return {
      create: (matter) => inSession((session) => create(session, matter, { Owner: owner })),
      live: (matter) =>
        inSession(async (session) => {
          const { get, send } = session;
          const id = await create(session, matter, {});
          await send('PUT', `ticket/${id}`, { Owner: owner, Status: 'open' }, 200);
          await send('POST', `ticket/${id}/comment`, text(said.note), 201);
          await send('POST', `ticket/${id}/correspond`, text(`${said.outcome}\n${said.answer}`), 201);
          await send('PUT', `ticket/${id}`, { Status: 'resolved' }, 200);
          // It says 200 of a change that it refuses, too: only reading tells.
          const { Status: status } = await get(`ticket/${id}`);
          if (status !== 'resolved') throw new Error(`a life ended as ${status}`);
          await get(`ticket/${id}/history?fields=Type,Created,Creator&per_page=${pageSize}`);
        }),
      list: () =>
        rows({ query: "Owner = '__CurrentUser__' AND Status = '__Active__'", orderby: 'Due', order: 'ASC' }),
      search: (word) => rows({ simple: '1', query: word }),
    };
  },
};

type Session = {
  // biome-ignore lint/suspicious/noExplicitAny: whatever RT answers with.
  get(path: string): Promise<any>;
  send(method: 'POST' | 'PUT', path: string, body: object, expected: number): Promise<string>;
};

/** RT locks a session while it answers, so each work takes one for itself and hands it back. */
async function openSessions(system: System) {
  const { requests, lanes } = system;
  const form = { user: settingOf(system, 'user'), pass: settingOf(system, 'password') };
  const free: Session[] = [];
  while (free.length < lanes) {
    const cookie = await requests.cookies({
      method: 'POST',
      path: '/NoAuth/Login.html',
      form,
      expected: 200,
    });
    const headers = { cookie, referer: system.url };
    const at = (path: string) => ({ path: `/REST/2.0/${path}`, headers });
    const session: Session = {
      get: async (path) => JSON.parse(await requests.send({ ...at(path), expected: 200 })),
      send: (method, path, body, expected) => requests.send({ ...at(path), method, body, expected }),
    };
    // A wrong password is answered with 200 and the form again; only what comes next shows it.
    await session.get(`user/${encodeURIComponent(form.user)}`);
    free.push(session);
  }
  return async <Result>(work: (session: Session) => Promise<Result>): Promise<Result> => {
    const session = free.pop();
    if (session === undefined) throw new Error('more works at once than there are sessions');
    try {
      return await work(session);
    } finally {
      free.push(session);
    }
  };
}
