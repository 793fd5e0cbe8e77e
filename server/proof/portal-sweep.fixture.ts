import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { Visitor } from '#server/portal/follow/visitor.fixture.ts';
import { visitorOf } from '#server/portal/follow/visitor.fixture.ts';
import { fingerprint } from './fingerprint.fixture.ts';
import { type Mark, type Marks, marksOf } from './marks.fixture.ts';
import type { Seated } from './matter-steps.fixture.ts';
import type { KnownMatter } from './matters-of-the-world.fixture.ts';
import { enter } from './party-visits.fixture.ts';
import { nameOf } from './program-routes.fixture.ts';
import { rows } from './route-rows.fixture.ts';
import type { World } from './world.fixture.ts';

export type PortalSweep = {
  readonly faults: string[];
  readonly tried: { readonly route: string; readonly by: string; readonly outcome: 'let in' | 'refused' }[];
  readonly requests: number;
};

const door = '/p/follow';
type Page = Awaited<ReturnType<Visitor['get']>>;
const wholeOf = (page: Page): string =>
  `${page.statusCode} ${page.statusMessage}\n${JSON.stringify(page.headers)}\n${page.rawPayload.toString('utf8')}`;

/** Every page of following a matter, as each seat of each matter, and as somebody who is not in. */
export async function sweepPortal(world: World): Promise<PortalSweep> {
  const faults: string[] = [];
  const tried: PortalSweep['tried'] = [];
  let requests = 0;
  const marks = marksOf(world.matters);
  const routes = world.routes.filter((route) => rows[nameOf(route)]?.about === 'party' && route.url !== door);
  const pages = routes.filter(({ method, url }) => method === 'GET' && !url.includes(':'));

  const outside = visitorOf(world.program, '203.0.113.9');
  const before = await fingerprint(world.program.admin.db);
  for (const route of routes.filter(({ url }) => !url.endsWith('/sign-out'))) {
    const url = route.url.replace(':id', world.matter('confided').paperIds[0] ?? '');
    const page =
      route.method === 'GET' ? await outside.get(url) : await outside.send(url, { text: '…', key: '1' });
    requests += 1;
    const isAtDoor = page.statusCode === 303 && String(page.headers.location).startsWith(door);
    if (isAtDoor && marks.in(wholeOf(page)).length === 0) {
      tried.push({ route: nameOf(route), by: 'not in', outcome: 'refused' });
    } else faults.push(`Somebody who is not in got ${page.statusCode} at ${nameOf(route)}`);
  }
  if ((await fingerprint(world.program.admin.db)) !== before)
    faults.push('Somebody not in changed something.');

  for (const [index, matter] of world.matters.entries()) {
    for (const party of matter.parties) {
      const who = `the ${party.seat} of the ${matter.name} matter`;
      const code = formatMatterCode(matter.code);
      const visitor = await enter(world.program, code, party.secret, `203.0.113.${10 + index}`);
      for (const route of pages) {
        const page = await visitor.get(route.url);
        requests += 1;
        if (page.statusCode >= 500) faults.push(`${who} at ${route.url}: broke`);
        faults.push(...leaksTo(matter, party, page, marks).map((leak) => `${who} at ${route.url}: ${leak}`));
        tried.push({ route: nameOf(route), by: party.seat, outcome: 'let in' });
      }
      const next = world.matters[(index + 1) % world.matters.length] ?? matter;
      for (const other of new Set([matter, next, world.matter('confided')])) {
        for (const paperId of other.paperIds) {
          const page = await visitor.get(`${door}/papers/${paperId}`);
          requests += 1;
          const mayRead = other === matter && matter.name === 'confided' && party.seat === 'applicant';
          const isRead = page.statusCode === 200;
          // Of the confiding matter one paper is the office's own, the other the applicant's.
          if (isRead && !mayRead) faults.push(`${who} reads a paper of the ${other.name} matter`);
          // The page that says no links to itself, in another language: by the address that was asked for.
          const leaks = leaksTo(matter, party, page, marks, paperId);
          faults.push(...leaks.map((leak) => `${who} at a paper: ${leak}`));
          tried.push({
            route: `GET ${door}/papers/:id`,
            by: party.seat,
            outcome: isRead ? 'let in' : 'refused',
          });
        }
      }
    }
  }
  return { faults, tried, requests };
}

/** What of an answer this party may not see: anything of another matter, and of theirs what is not for their seat. */
export function leaksTo(
  matter: KnownMatter,
  { seat }: Pick<Seated, 'seat'>,
  page: Page,
  marks: Marks,
  asked = '-',
): string[] {
  return marks.in(wholeOf(page).replaceAll(asked, '')).flatMap((mark) => {
    if (mark.matter !== matter) return [`shows the ${mark.kind} of the ${mark.matter.name} matter`];
    return isForSeat(mark, seat) ? [] : [`shows ${mark.kind} of the ${mark.seat ?? 'office'}`];
  });
}

function isForSeat({ kind, seat: whose }: Mark, seat: string): boolean {
  switch (kind) {
    case 'note':
      return false;
    case 'name':
    case 'phone':
    case 'party':
    case 'confidence':
      return whose === seat;
    // Whoever stands for the applicant reads what the applicant is told.
    case 'letter':
      return seat !== 'respondent';
    default:
      return true;
  }
}
