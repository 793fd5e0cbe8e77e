import { createHash } from 'node:crypto';
import { fill, words } from '#contract/language/language.ts';
import type { MatterView } from '#contract/matters/matter.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { readMatter, readPaper } from '#server/features/matters/public.ts';
import type { ExportRow } from '../exports.queries.ts';
import { timelinePage } from './timeline-page.ts';
import { zipFile } from './zip-file.ts';

type Listed = {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly name?: string;
};

/** What a matter's file needs of its maker: a sign of life, each time something has been packed. */
export type OnPacked = (files: number) => Promise<void>;

/**
 * One matter as a folder: what happened, for people and for programs; its papers as they were given, as far as the asker may
 * read them; and the hash of each, by which everybody can tell that none was changed. Each is read as its turn comes, by the
 * same use cases as on screen, and so is on record.
 */
export async function matterFile(
  services: Services,
  actor: Actor,
  asked: ExportRow & { readonly matterId: string },
  onPacked: OnPacked,
): Promise<AsyncGenerator<Buffer>> {
  const { language, matterId } = asked;
  const matter = await readMatter(services, actor, matterId, language, 'export');
  const madeAt = new Date(services.clock.now().epochMilliseconds);
  const listed: Listed[] = [];
  const keep = (path: string, content: Buffer, name?: string): Buffer => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    listed.push({ path, sha256, bytes: content.length, ...(name !== undefined && { name }) });
    return content;
  };
  const text = (path: string, write: () => string) => ({
    path,
    async *open() {
      yield keep(path, Buffer.from(write()));
    },
  });
  const inOrder = [...matter.papers].sort((one, other) => one.addedAt.localeCompare(other.addedAt));
  const papers = inOrder.map((paper, index) => {
    const path = `papers/${String(index + 1).padStart(2, '0')}-${inFolder(paper.name)}`;
    return {
      path,
      compress: !/^(image|video|audio)\/|zip|officedocument/.test(paper.mediaType),
      async *open() {
        const { content } = await readPaper(services, actor, matterId, paper.id);
        yield keep(path, content, paper.name);
        await onPacked(index + 1);
      },
    };
  });
  const made = fill(words(language).exportPages.made, {
    name: actor.name,
    unit: services.directory.unit(actor.unitId)?.name ?? '',
    at: services.clock
      .now()
      .toZonedDateTimeISO(services.pack.city.zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' '),
  });
  return zipFile(
    [
      text('timeline.html', () => timelinePage(matter, language, services.pack.city.zone, made)),
      text('timeline.json', () => JSON.stringify(plainOf(matter), null, 2)),
      ...papers,
      {
        path: 'manifest.json',
        async *open() {
          const manifest = { exportId: asked.id, code: formatMatterCode(matter.code), made, files: listed };
          yield Buffer.from(JSON.stringify(manifest, null, 2));
        },
      },
    ],
    madeAt,
  );
}

/** The file without what belongs to the screen: what may be done next, and where it is done. */
function plainOf(matter: MatterView): object {
  const { id, code, subject, story, request, kind, region, channel, registeredAt, endedAt } = matter;
  return {
    ...{ id, code, subject, story, request, kind, region, channel, registeredAt, endedAt },
    status: { code: matter.status, label: matter.statusLabel },
    outcome: matter.outcome,
    parties: matter.parties,
    papers: matter.papers.map(({ href: _href, ...paper }) => paper),
    timeline: [...matter.timeline].reverse(),
  };
}

/** A name that is a name in any folder: no path, no sign that a system forbids, not longer than it bears. */
function inFolder(name: string): string {
  const harmless = name
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{C}]/gu, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const [, stem = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(harmless) ?? [];
  return `${[...stem].slice(0, 60).join('') || '_'}${ending}`;
}
