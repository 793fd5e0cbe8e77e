import type { Services } from '#server/app/services.ts';
import { digestOf } from '../../papers/add-paper.ts';
import { keepPapers } from '../../papers/keep-papers.ts';
import type { ReceivedFile } from '../../papers/received-file.ts';
import { changeMatterAsParty } from '../../steps/change-matter.ts';
import type { PartyUseCase } from '../../steps/use-case.ts';
import type { PartyAtMatter } from '../open-by-code.ts';
import type { PartyOrder } from './party-order.ts';

export type Information = {
  readonly text: string;
  readonly files: readonly ReceivedFile[];
  /** For the office alone: no other seat sees it, also not who stands for this party. */
  readonly isInConfidence: boolean;
};

/** 补充情况: a party adds words and papers to the file. */
export function addInformation(
  services: Services,
  party: PartyAtMatter,
  order: PartyOrder,
  { text, files, isInConfidence }: Information,
): Promise<void> {
  const useCase: PartyUseCase<{ version: number }> = {
    action: 'add-information',
    plan: (_body, { matter }) => ({
      data: { count: files.length, ...(isInConfidence && { inConfidence: true }) },
      sealed: {
        ...(text !== '' && { text }),
        ...(files.length > 0 && { facts: { files: files.map(({ name }) => name) } }),
      },
      write: async (trx, seal) => {
        if (files.length === 0) return;
        const meant = { forSeats: [], isInConfidence };
        await keepPapers(services, trx, party, { matterId: matter.id, seal, kind: 'evidence', files, meant });
      },
    }),
  };
  const body = { version: order.version, text, isInConfidence, digests: files.map(digestOf) };
  return changeMatterAsParty(services, party, useCase, {
    matterId: party.matterId,
    body,
    idempotencyKey: order.idempotencyKey,
  });
}
