import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { purposeCodes } from '#domain/access/outside-opening.ts';
import { participationParts, roles, unitKinds } from '#domain/access/vocabulary.ts';
import { unusualRules } from '#domain/audit/unusual-openings.ts';
import { exportContents, exportStatuses, exportStops } from '#domain/exports/vocabulary.ts';
import { importStatuses, importStops } from '#domain/imports/vocabulary.ts';
import { levelFacts } from '#domain/levels/vocabulary.ts';
import { bulkStates } from '#domain/matters/bulk.ts';
import { stages } from '#domain/matters/path.ts';
import {
  actions,
  callBackResults,
  channels,
  dangers,
  helpGrounds,
  identityChecks,
  linkReasons,
  matterRelations,
  needs,
  outcomes,
  paperKinds,
  partyActions,
  partyKinds,
  remedies,
  sealGrounds,
  seats,
  statuses,
  stepKinds,
  steps,
  taskStatuses,
} from '#domain/matters/vocabulary.ts';
import { messageFaults, messageStates, messageTemplates, toldBy } from '#domain/messages/vocabulary.ts';
import { noticeKinds } from '#domain/notices/notice-rules.ts';
import { organisationChanges } from '#domain/organisations/changes.ts';
import { presences } from '#domain/organisations/city-pack.ts';
import {
  extensionApprovers,
  procedureEvents,
  requirements,
  starters,
} from '#domain/roadmap/procedures/procedure.ts';
import { proposalReasons } from '#domain/roadmap/procedures/proposals.ts';
import { viewPlaces } from '../office/saved-views.ts';
import { words } from './language.ts';

const glossary = readFileSync(join(import.meta.dirname, '../../docs/glossary.md'), 'utf8');

/** The rows of a topic's table: code, Chinese label, English label. */
function rowsOf(topic: string): string[][] {
  const [, section = ''] = glossary.split(`(\`${topic}\`)\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| [^|]+ \| `([a-z-]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map((row) =>
    row.slice(1),
  );
}

describe('docs/glossary.md', () => {
  it.each([
    ['roles', roles],
    ['unitKinds', unitKinds],
    ['presences', presences],
    ['parts', participationParts],
    ['channels', channels],
    ['statuses', statuses],
    ['stages', stages],
    ['actions', actions],
    ['partyActions', partyActions],
    ['steps', steps],
    ['outcomes', outcomes],
    ['taskStatuses', taskStatuses],
    ['matterRelations', matterRelations],
    ['linkReasons', linkReasons],
    ['sealGrounds', sealGrounds],
    ['remedies', remedies],
    ['seats', seats],
    ['partyKinds', partyKinds],
    ['needs', needs],
    ['stepKinds', stepKinds],
    ['callBackResults', callBackResults],
    ['paperKinds', paperKinds],
    ['dangers', dangers],
    ['helpGrounds', helpGrounds],
    ['identityChecks', identityChecks],
    ['organisationChanges', organisationChanges],
    ['noticeKinds', noticeKinds],
    ['bulkStates', bulkStates],
    ['viewPlaces', viewPlaces],
    ['toldBy', toldBy],
    ['messageTemplates', messageTemplates],
    ['messageStates', messageStates],
    ['messageFaults', messageFaults],
    ['exportStatuses', exportStatuses],
    ['exportContents', exportContents],
    ['exportStops', exportStops],
    ['importStatuses', importStatuses],
    ['importStops', importStops],
    ['outsidePurposes', purposeCodes],
    ['unusualRules', unusualRules],
    ['levelFacts', levelFacts],
    ['requirements', requirements],
    ['procedureEvents', procedureEvents],
    ['starters', starters],
    ['extensionApprovers', extensionApprovers],
    ['proposalReasons', proposalReasons],
  ] as const)('has every code of %s with the labels that are on screen', (topic, codes) => {
    const chinese: Readonly<Record<string, string>> = words('zh')[topic];
    const english: Readonly<Record<string, string>> = words('en')[topic];
    const expected = codes.map((code) => [code, chinese[code] ?? '', english[code] ?? '']);
    expect(rowsOf(topic).sort()).toEqual(expected.sort());
  });
});
