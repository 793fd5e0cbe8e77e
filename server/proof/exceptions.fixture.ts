import type { MarkKind } from './marks.fixture.ts';
import type { KnownMatter } from './matters-of-the-world.fixture.ts';
import { type Observer, oversees } from './observers.fixture.ts';

/**
 * What somebody who takes no part in a matter is told of it nevertheless. Nothing else may leave; a door that opens wider
 * than its row fails the proof, and so does a row that nobody needs.
 */
export type Exception = {
  readonly route: string;
  readonly shows: readonly MarkKind[];
  readonly to: (observer: Observer, matter: KnownMatter) => boolean;
  readonly why: string;
};

const isOpen = ({ status }: KnownMatter): boolean => status !== 'closed' && status !== 'declined';

export const exceptions: readonly Exception[] = [
  {
    route: 'GET /api/v1/oversight/matters',
    shows: ['id', 'code'],
    to: oversees,
    why: 'A region’s supervisor sees code, kind, office and stage of what it owes; of a sealed one not the kind.',
  },
  {
    route: 'GET /api/v1/matters/:id/openings',
    shows: ['id', 'code'],
    to: (observer, matter) => oversees(observer, matter) && matter.readers === null,
    why: 'The same of one of them, before its supervisor says for what purpose its file is to be opened.',
  },
  {
    route: 'GET /api/v1/origin/matters',
    shows: ['code'],
    to: ({ state, unit }, { parts }) =>
      state === 'posted' && unit !== null && parts[unit]?.includes('origin') === true,
    why: 'A centre that passed a matter on follows it by code and stage (首接负责).',
  },
  {
    route: 'POST /api/v1/intake/suggestions',
    shows: ['code'],
    to: ({ state }, matter) => state === 'posted' && matter.readers === null && isOpen(matter),
    why: 'Perhaps the same dispute: code and centre, so that one office handles it once; never a sealed one.',
  },
  {
    route: 'GET /api/v1/matters/:id/similar',
    shows: ['code'],
    to: ({ state }, matter) => state === 'posted' && matter.readers === null && isOpen(matter),
    why: 'The same, for whoever may merge the matter that they have.',
  },
  ...['preview', 'run'].map(
    (work): Exception => ({
      route: `POST /api/v1/matters/bulk/${work}`,
      shows: ['id'],
      to: ({ state }) => state === 'posted',
      why: 'Each id that was sent comes back with what became of it; one that is not there says the same.',
    }),
  ),
  ...['unusual', 'looks'].map(
    (page): Exception => ({
      route: `GET /api/v1/audit/${page}`,
      shows: ['code'],
      to: ({ role }) => role === 'auditor',
      why: 'Facts about openings, and what auditors asked for: by the code of the file, nothing in it.',
    }),
  ),
  {
    route: 'GET /api/v1/audit/openings',
    shows: ['code', 'party'],
    to: ({ role }) => role === 'auditor',
    why: 'An auditor sees who opened which file: its code, and of a party an id that says nothing.',
  },
];
