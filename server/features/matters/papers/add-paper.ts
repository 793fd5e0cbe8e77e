import { createHash } from 'node:crypto';
import type { Language } from '#contract/language/language.ts';
import type { MatterPresent } from '#contract/matters/matter.ts';
import type { PaperKind } from '#domain/matters/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { changeMatter, type MatterUseCase } from '../steps/change-matter.ts';
import { insertPapers } from './add-paper.queries.ts';

/** A file that was received whole and found to be what it says it is. */
export type ReceivedFile = { readonly name: string; readonly mediaType: string; readonly content: Buffer };

export type PapersToAdd = {
  readonly matterId: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly files: readonly ReceivedFile[];
  readonly idempotencyKey: string | null;
  readonly language: Language;
  /** Chosen by the demo, whose examples have fixed addresses. */
  readonly ids?: readonly string[];
};

/** 添加材料: files are encrypted with the matter's key before they touch the disk. */
export function addPapers(services: Services, actor: Actor, order: PapersToAdd): Promise<MatterPresent> {
  const { files, kind } = order;
  const useCase: MatterUseCase<'add-paper'> = {
    action: 'add-paper',
    plan: (_body, { matter }) => ({
      command: { action: 'add-paper' },
      data: { paperKind: kind, count: files.length },
      sealed: { facts: { files: files.map(({ name }) => name) } },
      write: async (trx, seal) => {
        const papers = [];
        for (const [index, file] of files.entries()) {
          const id = order.ids?.[index] ?? services.newId();
          const sealed = services.keys.seal(seal.key, file.content, `file/${matter.id}/${id}`);
          const { address } = await services.files.put(sealed);
          papers.push({
            id,
            kind,
            mediaType: file.mediaType,
            sizeBytes: file.content.length,
            address,
            sealed: seal.seal('paper', id, { name: file.name }),
          });
        }
        await insertPapers(trx, actor, matter.id, papers, services.clock.now().toString());
      },
    }),
  };
  return changeMatter(services, actor, useCase, {
    matterId: order.matterId,
    body: { version: order.version, kind, digests: files.map(digest) },
    idempotencyKey: order.idempotencyKey,
    language: order.language,
  });
}

function digest({ name, content }: ReceivedFile): string {
  return `${name} ${createHash('sha256').update(content).digest('base64url')}`;
}
