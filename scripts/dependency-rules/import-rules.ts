import type { IForbiddenRuleType } from 'dependency-cruiser';

/** An import that the structure forbids, and a file under `fixtures/` that breaks this rule and no other. */
export type ImportRule = { fixture: string; rule: IForbiddenRuleType & { name: string } };

const tests = '\\.(test|fixture)\\.tsx?$';
const testing = '^server/testing/|^server/database/testing\\.ts$';
const outside = '^(e2e|bench|scripts)/';

export const importRules: ImportRule[] = [
  {
    fixture: 'domain/matters/reads-the-contract.ts',
    rule: {
      name: 'domain-stands-alone',
      comment: 'domain/ is pure: it imports only itself and temporal-polyfill.',
      severity: 'error',
      from: { path: '^domain/', pathNot: tests },
      to: { pathNot: '^domain/|(^|/)temporal-polyfill(/|$)' },
    },
  },
  {
    fixture: 'contract/matters/reads-the-server.ts',
    rule: {
      name: 'contract-knows-domain-only',
      comment: 'contract/ imports only itself, domain/ and typebox.',
      severity: 'error',
      from: { path: '^contract/', pathNot: tests },
      to: { pathNot: '^(contract|domain)/|(^|/)typebox(/|$)' },
    },
  },
  {
    fixture: 'desk/pages/reads-the-server.tsx',
    rule: {
      name: 'desk-never-server',
      comment: 'The desk knows the server by contract/ only.',
      severity: 'error',
      from: { path: '^desk/' },
      to: { path: `^(server|cities)/|${outside}` },
    },
  },
  {
    fixture: 'server/app/reads-the-desk.ts',
    rule: {
      name: 'server-never-desk',
      comment: 'The server knows nothing of the desk.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: `^desk/|${outside}` },
    },
  },
  {
    fixture: 'server/features/audit/reaches-into-matters.ts',
    rule: {
      name: 'feature-through-public',
      comment: 'A server feature reaches another only through its public.ts.',
      severity: 'error',
      from: { path: '^server/features/([^/]+)/' },
      to: { path: '^server/features/', pathNot: '^server/features/($1/|[^/]+/public\\.ts$)' },
    },
  },
  {
    fixture: 'server/app/reaches-into-matters.ts',
    rule: {
      name: 'features-from-outside-through-public',
      comment: 'Whatever is not a feature, also enters one only through its public.ts.',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/features/' },
      to: { path: '^server/features/', pathNot: '^server/features/[^/]+/public\\.ts$' },
    },
  },
  {
    fixture: 'desk/features/audit/reaches-into-matters.tsx',
    rule: {
      name: 'desk-features-stand-alone',
      comment: 'Desk features never import each other; pages combine them.',
      severity: 'error',
      from: { path: '^desk/features/([^/]+)/' },
      to: { path: '^desk/features/', pathNot: '^desk/features/$1/' },
    },
  },
  {
    fixture: 'desk/features/audit/reads-a-page.tsx',
    rule: {
      name: 'pages-are-on-top',
      comment: 'Pages combine features: no feature, and nothing in the design system, knows a page.',
      severity: 'error',
      from: { path: '^desk/(features|design-system|language)/' },
      to: { path: '^desk/pages/' },
    },
  },
  {
    fixture: 'server/app/reads-a-test.ts',
    rule: {
      name: 'tests-are-for-tests',
      comment: 'What ships never imports what only tests need.',
      severity: 'error',
      from: { path: '^(domain|contract|server|desk)/', pathNot: `${tests}|${testing}` },
      to: { path: `${tests}|${testing}` },
    },
  },
  {
    fixture: 'domain/roadmap/goes-round-again.ts',
    rule: {
      name: 'no-cycles',
      comment: 'No file imports itself by way of others.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  },
];
