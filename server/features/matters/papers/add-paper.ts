import { createHash } from 'node:crypto';
import type { Language } from '#contract/language/language.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import type { PaperKind, Seat } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { changeMatter } from '../steps/change-matter.ts';
import type { MatterUseCase } from '../steps/use-case.ts';
import { keepPapers } from './keep-papers.ts';
import type { ReceivedFile } from './received-file.ts';

export type PapersToAdd = {
  readonly matterId: string;
  readonly version: number;
  readonly kind: PaperKind;
  /** The seats that may read them, too; none unless said. */
  readonly forSeats?: readonly Seat[];
  readonly files: readonly ReceivedFile[];
  readonly idempotencyKey: string | null;
  readonly language: Language;
  /** Chosen by the demo, whose examples have fixed addresses. */
  readonly ids?: readonly string[];
};

/** 添加材料: files are encrypted with the matter's key before they touch the disk. */
export function addPapers(services: Services, actor: Actor, order: PapersToAdd): Promise<MatterPresent> {
  const { files, kind, forSeats = [] } = order;
  const useCase: MatterUseCase<'add-paper'> = {
    action: 'add-paper',
    plan: (_body, { matter }) => ({
      command: { action: 'add-paper' },
      data: { paperKind: kind, count: files.length, ...(forSeats.length > 0 && { forSeats }) },
      sealed: { facts: { files: files.map(({ name }) => name) } },
      write: (trx, seal) =>
        keepPapers(services, trx, actor, {
          matterId: matter.id,
          seal,
          kind,
          files,
          ids: order.ids ?? [],
          meant: { forSeats, isInConfidence: false },
        }),
    }),
  };
  return changeMatter(services, actor, useCase, {
    matterId: order.matterId,
    body: { version: order.version, kind, forSeats, digests: files.map(digestOf) },
    idempotencyKey: order.idempotencyKey,
    language: order.language,
  });
}

/** What a file is, for telling whether a request is the same one again. */
export function digestOf({ name, content }: ReceivedFile): string {
  return `${name} ${createHash('sha256').update(content).digest('base64url')}`;
}
