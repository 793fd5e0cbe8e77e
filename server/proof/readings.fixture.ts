import { randomUUID } from 'node:crypto';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Asked } from './answers.fixture.ts';
import { paperForm } from './matter-steps.fixture.ts';
import type { KnownMatter } from './matters-of-the-world.fixture.ts';
import type { Observer } from './observers.fixture.ts';
import { nameOf, type ProgramRoute } from './program-routes.fixture.ts';

const days = 'fromDay=2026-01-01&untilDay=2026-12-31';

type Reading = (matters: readonly KnownMatter[], by: Observer) => readonly Omit<Asked, 'method'>[];

/** How a route that is about no single matter is asked so that it would show one if it could. */
const readings: Readonly<Record<string, Reading>> = {
  'GET /api/v1/matters': (matters, by) => [
    ...['mine', 'office', 'ended', 'sampled', 'reopening-asked'].map((queue) => ({
      url: `?queue=${queue}&limit=100`,
    })),
    { url: '?limit=100' },
    ...someOf(matters, by).map(({ code }) => ({ url: `?code=${code}` })),
  ],
  'GET /api/v1/search': (matters, by) => [
    { url: '?q=漏水&limit=50' },
    ...someOf(matters, by).flatMap(({ tag, code }) => [{ url: `?q=${tag}` }, { url: `?q=${code}` }]),
  ],
  'POST /api/v1/matters/bulk/choices': (matters) => [{ url: '', body: { ids: matters.map(({ id }) => id) } }],
  'POST /api/v1/matters/bulk/preview': (matters) => [{ url: '', body: bulkOf(matters) }],
  // Of versions that are past, so that nothing is done by whoever may.
  'POST /api/v1/matters/bulk/run': (matters) => [
    { url: '', body: bulkOf(matters.map((one) => ({ ...one, version: one.version + stale }))) },
  ],
  'POST /api/v1/intake/suggestions': (matters) =>
    matters.slice(0, 1).map(() => ({
      url: '',
      body: { text: '小区顶楼漏水半年，物业一直没有修。', kind: '15', regionCode: '150204001' },
    })),
  'POST /api/v1/visitors/look-up': (matters, by) =>
    someOf(matters, by).map(({ phones }) => ({ url: '', body: { phone: phones[0] } })),
  'GET /api/v1/oversight/matters': () => [{ url: '?limit=100' }, { url: '?limit=100&sealed=true' }],
  'GET /api/v1/oversight/figures': () => ['centre', 'office', 'kind'].map((by) => ({ url: `?by=${by}` })),
  'GET /api/v1/exports/size': () => ['mine', 'office', 'ended'].map((queue) => ({ url: `?queue=${queue}` })),
  'GET /api/v1/notices': () => [{ url: '?limit=50' }],
  'GET /api/v1/saved-views': () => [{ url: '?place=queue' }],
  'GET /api/v1/organisation/units': () => [{ url: '?limit=100' }],
  'GET /api/v1/organisation/accounts': () => [{ url: '?limit=100' }],
  // Of one's own office; the whole list is for whoever keeps the accounts.
  'GET /api/v1/organisation/postings': (_, { unit }) => [{ url: `?unitId=${unitIdOf('1502', unit ?? '')}` }],
  'GET /api/v1/organisation/absences': () => [{ url: '?limit=100' }],
  'GET /api/v1/audit/openings': (matters, by) => [
    { url: `?${days}&limit=100` },
    ...someOf(matters, by).map(({ code }) => ({ url: `?${days}&code=${code}` })),
  ],
  'GET /api/v1/audit/changes': () => [{ url: `?${days}&limit=100` }],
};

/** Each asks for a third of them by name, with their neighbours for all; of a few for every one. */
function someOf(matters: readonly KnownMatter[], { name }: Observer): readonly KnownMatter[] {
  return matters.length < 6 ? matters : matters.filter((_, index) => index % 3 === name.length % 3);
}

/** Added to a version so that whoever may take the step is told that it is past. */
export const stale = 900;

function bulkOf(matters: readonly KnownMatter[]): object {
  return {
    matters: matters.map(({ id, version }) => ({ id, version })),
    work: { action: 'log-step', body: { kind: 'note', text: '统一联系。' } },
  };
}

/** An address under which there is nothing, for routes that are about one thing that is no matter. */
const absent = (url: string): string => url.replace(/:\w+/g, () => randomUUID());

/** What is asked of a route that is about no single matter. What changes something is sent empty: who may not, is refused before. */
export function readingsOf(route: ProgramRoute, matters: readonly KnownMatter[], by: Observer): Asked[] {
  const { method } = route;
  const ways = readings[nameOf(route)]?.(matters, by);
  if (ways !== undefined) return ways.map(({ url, body }) => ({ method, url: `${route.url}${url}`, body }));
  return [{ method, url: absent(route.url), body: method === 'GET' || method === 'DELETE' ? undefined : {} }];
}

/** What is asked of a route about one matter; the version is the matter's own, or a past one. */
export function askedOf(route: ProgramRoute, matter: KnownMatter, version = matter.version): Asked {
  const { method } = route;
  const url = route.url
    .replace(':id', matter.id)
    .replace(':paperId', matter.paperIds[0] ?? randomUUID())
    .replace(':messageId', matter.messageIds[0] ?? randomUUID())
    .replace(':clock', 'accept');
  if (method === 'GET') return { method, url };
  if (url.endsWith('/add-paper')) return { method, url, body: paperForm(version, 'note.txt') };
  const known =
    route.example !== null && 'partyId' in route.example ? { partyId: matter.parties[0]?.id } : {};
  const body = url.includes('/actions/') ? { ...route.example, ...known, version } : (route.example ?? {});
  return { method, url, body };
}
