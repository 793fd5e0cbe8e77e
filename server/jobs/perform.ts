import type { Services } from '#server/app/services.ts';
import { makeExport, sweepExports } from '#server/features/exports/public.ts';
import { sweepImports, workOnImport } from '#server/features/imports/public.ts';
import { followLevels } from '#server/features/levels/public.ts';
import {
  openMatterSeal,
  recountClocks,
  type SealedParty,
  tickLevels,
} from '#server/features/matters/public.ts';
import { type OpenParty, sendMessage, sweepMessages } from '#server/features/messages/public.ts';
import { pruneAllDrafts } from '#server/portal/bring/prune-drafts.ts';
import type { Job } from './job-table.ts';
import { prune } from './prune.ts';

/** Does one job. Every job may be done twice: what is done already is found done. */
export async function perform(services: Services, job: Job): Promise<void> {
  switch (job.name) {
    case 'send-message':
      return sendMessage(services, job.payload, openPartyWith(services));
    case 'sweep-messages':
      return sweepMessages(services, job.payload);
    case 'follow-levels':
      return followLevels(services, job.payload);
    case 'tick-levels':
      return tickLevels(services, job.payload);
    case 'recount-clocks':
      return recountClocks(services, job.payload);
    case 'make-export':
      return makeExport(services, job.payload);
    case 'sweep-exports':
      return sweepExports(services, job.payload);
    case 'work-on-import':
      return workOnImport(services, job.payload);
    case 'sweep-imports':
      return sweepImports(services, job.payload);
    case 'prune':
      await prune(services, job.payload);
      return pruneAllDrafts(services);
  }
}

function openPartyWith({ keys }: Services): OpenParty {
  return (matterId, { leadUnitId, wrappedKey, partyId, sealed }) =>
    openMatterSeal(keys, matterId, leadUnitId, wrappedKey).open<SealedParty>('party', partyId, sealed);
}
