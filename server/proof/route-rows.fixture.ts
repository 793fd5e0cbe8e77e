import type { PermissionName } from '#domain/access/permissions.ts';
import { actions } from '#domain/matters/vocabulary.ts';

/** What a route is about, and so what the proof tries on it. */
export type About =
  /** Nobody's data: what everybody may know. */
  | 'nobody'
  /** Getting in, and nothing else. */
  | 'signing-in'
  /** One's own: account, draft, notices, views. */
  | 'oneself'
  /** The office's own: macros and the like. */
  | 'unit'
  /** The whole city's: units, people's postings, rules. */
  | 'city'
  /** Who did what, for auditors. */
  | 'audit'
  /** The file of one matter, or a part of it: for whoever takes part in it. */
  | 'matter'
  /** A matter of one's region in which one takes no part, before and while its file is opened for a purpose. */
  | 'outside'
  /** A step on one matter: for whoever takes part and has the role, by the table of transitions. */
  | 'step'
  /** Lists, counts, searches, suggestions: of the matters in which one takes part. */
  | 'matters'
  /** What a region owes: code, kind, office and stage of its matters. */
  | 'region'
  /** What a visitor is typing, known by their own cookie. */
  | 'visitor'
  /** A party's own matter, by their session. */
  | 'party';

export type Row = {
  /** As the route says it; `none` outside the API and the portal. */
  readonly policy: PermissionName | 'public' | 'signed-in' | 'none';
  readonly about: About;
  /** Answers until somebody hangs up, so it is tried apart. */
  readonly neverEnds?: true;
  /** For whoever signed in at a browser; a token is refused. */
  readonly needsSession?: true;
  /** There only once the desk is built. */
  readonly isOptional?: true;
};

const row = (policy: Row['policy'], about: About): Row => ({ policy, about });
const steps = Object.fromEntries(
  actions.map((action) => {
    const policy = action === 're-issue-secret' ? 'look-up-visitor' : 'work-on-matters';
    return [`POST /api/v1/matters/:id/actions/${action}`, row(policy, 'step')];
  }),
);
const questions = [
  'story',
  'kind',
  'county',
  'township',
  'centre',
  'who',
  'contact',
  'telling',
  'other-side',
  'request',
  'files',
  'check',
  'done',
];
const bringing = Object.fromEntries(
  ['', ...questions.map((one) => `/${one}`)].flatMap((path) => [
    [`GET /p/bring${path}`, row('public', 'visitor')],
    [`POST /p/bring${path}`, row('public', 'visitor')],
  ]),
);
const following = Object.fromEntries(
  ['take-back', 'reopening', 'rating', 'telling', 'information'].flatMap((path) => [
    [`GET /p/follow/${path}`, row('public', 'party')],
    [`POST /p/follow/${path}`, row('public', 'party')],
  ]),
);

/**
 * Every route of the program. A new one fails the proof until it has a row here that says who may knock (its policy) and
 * what it is about; the proof then tries it as everybody. Where it reads a list, `readings.fixture.ts` says how it is asked.
 */
export const rows: Readonly<Record<string, Row>> = {
  // Beside the API: what everybody may know.
  'GET /healthz': row('none', 'nobody'),
  'GET /metrics': row('none', 'nobody'),
  'GET /readyz': row('none', 'nobody'),
  'GET /*': { ...row('none', 'nobody'), isOptional: true },
  'GET /api/docs': row('none', 'nobody'),
  'GET /api/docs/json': row('none', 'nobody'),
  'GET /api/docs/yaml': row('none', 'nobody'),
  'GET /api/docs/static/*': row('none', 'nobody'),
  'GET /api/docs/static/index.html': row('none', 'nobody'),
  'GET /api/docs/static/swagger-initializer.js': row('none', 'nobody'),
  'GET /api/openapi.json': row('none', 'nobody'),

  // Getting in, and one's own account.
  'POST /api/auth/sign-in/username': row('none', 'signing-in'),
  'POST /api/auth/sign-out': row('none', 'signing-in'),
  'GET /api/auth/ways': row('none', 'signing-in'),
  'POST /api/auth/second-factor': row('none', 'signing-in'),
  'POST /api/auth/passkey/options': row('none', 'signing-in'),
  'POST /api/auth/passkey/verify': row('none', 'signing-in'),
  'POST /api/auth/prove': row('none', 'signing-in'),
  'POST /api/auth/change-password': row('none', 'signing-in'),
  'GET /api/v1/demo/accounts': row('public', 'nobody'),
  'GET /api/v1/me': row('signed-in', 'oneself'),
  'GET /api/v1/me/access': row('signed-in', 'oneself'),
  'POST /api/v1/me/second-factor/totp': row('signed-in', 'oneself'),
  'POST /api/v1/me/second-factor/totp/actions/confirm': row('signed-in', 'oneself'),
  'POST /api/v1/me/second-factor/totp/actions/remove': row('signed-in', 'oneself'),
  'POST /api/v1/me/second-factor/recovery-codes': row('signed-in', 'oneself'),
  'POST /api/v1/me/passkeys/options': { ...row('signed-in', 'oneself'), needsSession: true },
  'POST /api/v1/me/passkeys': row('signed-in', 'oneself'),
  'POST /api/v1/me/passkeys/:id/actions/remove': row('signed-in', 'oneself'),
  'POST /api/v1/me/sessions/:id/actions/end': row('signed-in', 'oneself'),
  'POST /api/v1/me/sessions/actions/end-others': row('signed-in', 'oneself'),
  'POST /api/v1/me/tokens': row('signed-in', 'oneself'),
  'POST /api/v1/me/tokens/:id/actions/revoke': row('signed-in', 'oneself'),

  // One matter.
  'GET /api/v1/matters/:id': row('work-on-matters', 'matter'),
  'GET /api/v1/matters/:id/receipt': row('register-matter', 'matter'),
  'GET /api/v1/matters/:id/destinations': row('work-on-matters', 'matter'),
  'GET /api/v1/matters/:id/similar': row('work-on-matters', 'matter'),
  'GET /api/v1/matters/:id/readers': row('work-on-matters', 'matter'),
  'GET /api/v1/matters/:id/colleagues': row('work-on-matters', 'matter'),
  'GET /api/v1/matters/:id/clocks/:clock': row('work-on-matters', 'matter'),
  'GET /api/v1/matters/:id/papers/:paperId': row('work-on-matters', 'matter'),
  'POST /api/v1/matters/:id/messages/:messageId/resend': row('work-on-matters', 'matter'),
  'POST /api/v1/matters/:id/prints': row('work-on-matters', 'matter'),
  'POST /api/v1/matters/:id/export': row('export-matters', 'matter'),
  'GET /api/v1/matters/:id/openings': row('open-outside-own-work', 'outside'),
  'POST /api/v1/matters/:id/openings': row('open-outside-own-work', 'outside'),
  ...steps,

  // Many matters: lists, counts, search, suggestions.
  'POST /api/v1/matters': row('register-matter', 'matters'),
  'GET /api/v1/matters': row('work-on-matters', 'matters'),
  'GET /api/v1/search': row('work-on-matters', 'matters'),
  'POST /api/v1/matters/bulk/choices': row('work-on-matters', 'matters'),
  'POST /api/v1/matters/bulk/preview': row('work-on-matters', 'matters'),
  'POST /api/v1/matters/bulk/run': row('work-on-matters', 'matters'),
  'POST /api/v1/intake/suggestions': row('register-matter', 'matters'),
  'POST /api/v1/visitors/look-up': row('look-up-visitor', 'matters'),
  'GET /api/v1/origin/matters': row('register-matter', 'matters'),
  'GET /api/v1/oversight/matters': row('oversee-region', 'region'),
  'GET /api/v1/oversight/figures': row('oversee-region', 'region'),

  'POST /api/v1/exports': row('export-matters', 'matters'),
  'GET /api/v1/exports/size': row('export-matters', 'matters'),
  'GET /api/v1/exports/to-decide': row('decide-export', 'matters'),
  'POST /api/v1/exports/:id/actions/decide': row('decide-export', 'matters'),

  // One's own, and one's office's.
  'POST /api/v1/imports': row('import-matters', 'unit'),
  'GET /api/v1/imports': row('import-matters', 'unit'),
  'GET /api/v1/imports/:id': row('import-matters', 'unit'),
  'GET /api/v1/imports/:id/look': row('import-matters', 'unit'),
  'GET /api/v1/imports/:id/refused-rows': row('import-matters', 'unit'),
  'POST /api/v1/imports/:id/actions/check': row('import-matters', 'unit'),
  'POST /api/v1/imports/:id/actions/decide': row('import-matters', 'unit'),
  'POST /api/v1/imports/:id/actions/run': row('import-matters', 'unit'),
  'GET /api/v1/exports': row('export-matters', 'oneself'),
  'GET /api/v1/exports/:id': row('export-matters', 'oneself'),
  'GET /api/v1/exports/:id/file': row('export-matters', 'oneself'),
  'GET /api/v1/intake/draft': row('register-matter', 'oneself'),
  'PUT /api/v1/intake/draft': row('register-matter', 'oneself'),
  'DELETE /api/v1/intake/draft': row('register-matter', 'oneself'),
  'GET /api/v1/notices': row('work-on-matters', 'oneself'),
  'POST /api/v1/notices/read': row('work-on-matters', 'oneself'),
  'GET /api/v1/notices/stream': { ...row('work-on-matters', 'oneself'), neverEnds: true },
  'GET /api/v1/saved-views': row('work-on-matters', 'unit'),
  'PUT /api/v1/saved-views/:id': row('work-on-matters', 'unit'),
  'DELETE /api/v1/saved-views/:id': row('work-on-matters', 'unit'),
  'GET /api/v1/office/macros': row('work-on-matters', 'unit'),
  'POST /api/v1/office/macros': row('keep-macros', 'unit'),
  'POST /api/v1/office/macros/:id/actions/edit': row('keep-macros', 'unit'),
  'POST /api/v1/office/macros/:id/actions/retire': row('keep-macros', 'unit'),

  // The city's rules, units and people.
  'GET /api/v1/city': row('be-posted', 'city'),
  'GET /api/v1/procedures': row('read-procedures', 'city'),
  'GET /api/v1/levels/rules': row('read-level-rules', 'city'),
  'POST /api/v1/levels/try': row('edit-level-rules', 'city'),
  'POST /api/v1/levels/versions': row('edit-level-rules', 'city'),
  'GET /api/v1/organisation/units': row('read-organisation', 'city'),
  'POST /api/v1/organisation/units': row('manage-units', 'city'),
  'PATCH /api/v1/organisation/units/:id': row('manage-units', 'city'),
  'POST /api/v1/organisation/units/:id/actions/activate': row('manage-units', 'city'),
  'POST /api/v1/organisation/units/:id/actions/deactivate': row('manage-units', 'city'),
  'GET /api/v1/organisation/accounts': row('manage-accounts', 'city'),
  'POST /api/v1/organisation/accounts': row('manage-accounts', 'city'),
  'POST /api/v1/organisation/accounts/:id/actions/set-password': row('manage-accounts', 'city'),
  'POST /api/v1/organisation/accounts/:id/actions/disable': row('manage-accounts', 'city'),
  'POST /api/v1/organisation/accounts/:id/actions/unlock': row('manage-accounts', 'city'),
  'POST /api/v1/organisation/accounts/:id/actions/reset-second-factor': row('manage-accounts', 'city'),
  'GET /api/v1/organisation/postings': row('be-posted', 'city'),
  'POST /api/v1/organisation/postings': row('manage-accounts', 'city'),
  'POST /api/v1/organisation/postings/:id/actions/end': row('manage-accounts', 'city'),
  'GET /api/v1/organisation/absences': row('arrange-absence', 'city'),
  'POST /api/v1/organisation/absences': row('arrange-absence', 'city'),
  'POST /api/v1/organisation/absences/:id/actions/cancel': row('arrange-absence', 'city'),

  // Who did what.
  'GET /api/v1/audit/openings': row('read-audit', 'audit'),
  'GET /api/v1/audit/changes': row('read-audit', 'audit'),
  'GET /api/v1/audit/unusual': row('read-audit', 'audit'),
  'GET /api/v1/audit/looks': row('read-audit', 'audit'),
  'GET /api/v1/audit/refused-files': row('read-audit', 'audit'),

  // The public's site.
  'ANY /p/*': row('public', 'nobody'),
  'GET /p': row('public', 'nobody'),
  'GET /p/assets/:name': row('public', 'nobody'),
  'GET /p/language': row('public', 'nobody'),
  'GET /p/help': row('public', 'nobody'),
  'GET /p/help/rights': row('public', 'nobody'),
  'GET /p/help/centres': row('public', 'nobody'),
  'GET /p/help/centres/:code': row('public', 'nobody'),
  'GET /p/help/kinds': row('public', 'nobody'),
  'GET /p/help/kinds/:code': row('public', 'nobody'),
  'GET /p/clock': row('public', 'nobody'),
  'GET /p/procedures': row('public', 'nobody'),
  'GET /p/procedures/:key': row('public', 'nobody'),
  'GET /p/outbox': row('public', 'nobody'),
  ...bringing,
  'GET /p/bring/receipt.txt': row('public', 'visitor'),
  'GET /p/bring/receipt.html': row('public', 'visitor'),
  'GET /p/follow': row('public', 'party'),
  'POST /p/follow': row('public', 'party'),
  'POST /p/follow/sign-out': row('public', 'party'),
  'GET /p/follow/matter': row('public', 'party'),
  'GET /p/follow/matter/print': row('public', 'party'),
  'GET /p/follow/papers/:id': row('public', 'party'),
  ...following,
};

export function faultsOfRows(
  routes: readonly { method: string; url: string; policy: string }[],
  table: Readonly<Record<string, Row>> = rows,
): string[] {
  const there = new Map(routes.map((route) => [`${route.method} ${route.url}`, route]));
  const missing = [...there].flatMap(([name, { policy }]) => {
    const found = table[name];
    if (found === undefined)
      return [
        `${name} has no row in server/proof/route-rows.fixture.ts. Write '${name}': row('${policy}', '…') ` +
          'and say what it is about; where it reads a list, how it is asked in readings.fixture.ts.',
      ];
    return found.policy === policy ? [] : [`${name} has the policy ${policy}; its row says ${found.policy}.`];
  });
  const gone = Object.keys(table).filter((name) => !there.has(name) && !table[name]?.isOptional);
  return [...missing, ...gone.map((name) => `${name} has a row and is no route any more. Take the row out.`)];
}
