import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { words } from '#contract/language/language.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import { keptInHours } from '#domain/exports/export-times.ts';
import type { ExportStop, TableContents } from '#domain/exports/vocabulary.ts';
import { sealStream } from '#server/adapters/sealed-stream.ts';
import type { Actor } from '#server/app/actor.ts';
import { isHttpProblem } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { todayOf } from '#server/app/today.ts';
import { inTransaction, type Trx } from '#server/database/transaction.ts';
import { isInForce } from '#server/features/access/public.ts';
import { logOpening, logOpenings } from '#server/features/audit/public.ts';
import { type ListedMatter, listInPages } from '#server/features/matters/public.ts';
import type { JobPayloads } from '#server/jobs/job-table.ts';
import { type ExportRow, findExport } from '../exports.queries.ts';
import { placeOfFile, placeOfKey } from '../file-key.ts';
import { columnsOf } from './columns.ts';
import { csvFile } from './csv-file.ts';
import { discard } from './discard.ts';
import {
  beginMaking,
  claimMaking,
  noteAddress,
  noteProgress,
  writeMade,
  writeStop,
} from './making.queries.ts';
import { matterFile } from './matter-file.ts';
import { xlsxFile } from './xlsx-file.ts';

/** The file is not to be made, for a reason that its asker is told. */
class Stopped extends Error {
  readonly reason: ExportStop;
  constructor(reason: ExportStop) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Makes a file that may be made, as its asker: under their posting, which must still be in force at every page, by the same
 * policies as on screen. What is read is of one moment. Cut short anywhere it is made again from the start, and what lay
 * there of it is taken away first.
 */
export async function makeExport(
  services: Services,
  { cityCode, exportId }: JobPayloads['make-export'],
): Promise<void> {
  const program = { cityCode, role: 'program' } as const;
  const now = (): string => services.clock.now().toString();
  const asProgram = <T>(work: (trx: Trx) => Promise<T>): Promise<T> => inTransaction(services, program, work);
  const found = await asProgram((trx) => findExport(trx, program, exportId));
  if (found?.status !== 'making') return;
  const actor = askerOf(services, found);

  try {
    await inTransaction(
      services,
      actor,
      async (trx) => {
        if (!(await claimMaking(trx, exportId))) return;
        // Whoever held the claim before may have been done with it at this very moment.
        const asked = await asProgram((fresh) => findExport(fresh, program, exportId));
        if (asked?.status !== 'making') return;
        if (asked.address !== null) await discard(services, asked.address);
        await asProgram((fresh) => beginMaking(fresh, program, exportId, now()));
        const isAlive = async (rows: number): Promise<void> => {
          if (rows > asked.rowsAtMost && asked.contents !== 'file') throw new Stopped('grown');
          await asProgram(async (fresh) => {
            await stopUnlessInForce(services, fresh, asked);
            await noteProgress(fresh, program, exportId, rows, now());
          });
          // The claim once more: a transaction that is idle for a minute would be ended.
          await claimMaking(trx, exportId);
        };
        const key = services.keys.newMatterKey();
        const counted = { rows: 0, bytes: 0, hash: createHash('sha256') };
        await isAlive(0);
        const content = await contentOf(services, trx, actor, asked, async (rows) => {
          counted.rows = rows;
          await isAlive(rows);
        });
        const { address } = await services.files.put(
          Readable.from(sealStream(services.keys, key, placeOfFile(exportId), count(content, counted)), {
            objectMode: false,
          }),
          (where) => asProgram((fresh) => noteAddress(fresh, program, exportId, where)),
        );
        const made = { rows: counted.rows, bytes: counted.bytes, sha256: counted.hash.digest('hex') };
        await logOpening(services, trx, actor, {
          what: 'export',
          data: { exportId, ...made, format: asked.format, contents: asked.contents },
        });
        const wrappedKey = services.keys.wrapMatterKey(key, asked.unitId, placeOfKey(exportId));
        const at = services.clock.now();
        const keptUntil = at.add({ hours: keptInHours }).toString();
        await asProgram((fresh) =>
          writeMade(fresh, program, exportId, { ...made, wrappedKey, address, at: at.toString(), keptUntil }),
        );
      },
      { isSnapshot: true },
    );
  } catch (thrown) {
    const reason = stopOf(thrown);
    if (reason === null) throw thrown;
    await asProgram((trx) => writeStop(trx, program, exportId, reason, now()));
  }
}

function stopOf(thrown: unknown): ExportStop | null {
  if (thrown instanceof Stopped) return thrown.reason;
  // The use cases say it as they would on screen: no part in it any more, or sealed since.
  return isHttpProblem(thrown) && [403, 404].includes(thrown.status) ? 'matter-away' : null;
}

async function stopUnlessInForce(services: Services, trx: Trx, asked: ExportRow): Promise<void> {
  const unitKind = services.directory.unit(asked.unitId)?.kind ?? 'centre';
  const isStillTheirs =
    isPermitted('export-matters', { role: asked.role, unitKind }) &&
    (await isInForce(trx, services.pack.city.code, asked, todayOf(services)));
  if (!isStillTheirs) throw new Stopped('posting-ended');
  const { needsSecond, holdsUntil } = asked;
  const now = services.clock.now().epochMilliseconds;
  if (needsSecond && (holdsUntil === null || holdsUntil.getTime() <= now)) throw new Stopped('lapsed');
}

async function contentOf(
  services: Services,
  trx: Trx,
  actor: Actor,
  asked: ExportRow,
  onRows: (rows: number) => Promise<void>,
): Promise<AsyncIterable<Buffer>> {
  const { contents, format, language, matterId, filter } = asked;
  if (contents === 'file') {
    if (matterId === null) throw new Error('the file of no matter');
    return matterFile(services, actor, { ...asked, matterId }, onRows);
  }
  const { zone } = services.pack.city;
  const columns = columnsOf(contents, language, zone);
  const listed = listInPages(services, trx, actor, { queue: 'mine', ...filter }, contents, language);
  const pages = counting(services, trx, actor, contents, listed, onRows);
  return format === 'csv'
    ? csvFile(columns, pages)
    : xlsxFile(columns, pages, { sheet: words(language).exportColumns.sheet });
}

/** Counts rows before they are written; of each that tells what people said it is on record that it was read. */
async function* counting(
  services: Services,
  trx: Trx,
  actor: Actor,
  contents: TableContents,
  pages: AsyncIterable<ListedMatter[]>,
  onRows: (rows: number) => Promise<void>,
): AsyncGenerator<ListedMatter[]> {
  let rows = 0;
  for await (const page of pages) {
    rows += page.length;
    await onRows(rows);
    const ids = page.map(({ row }) => row.id);
    if (contents !== 'facts') await logOpenings(services, trx, actor, 'export', ids);
    yield page;
  }
}

async function* count(
  content: AsyncIterable<Buffer>,
  counted: { bytes: number; readonly hash: ReturnType<typeof createHash> },
): AsyncGenerator<Buffer> {
  for await (const part of content) {
    counted.bytes += part.length;
    counted.hash.update(part);
    yield part;
  }
}

/** The asker as they asked. Nobody is signed in: that the posting is in force is looked up at every page. */
function askerOf(services: Services, row: ExportRow): Actor {
  const unit = services.directory.unit(row.unitId);
  return {
    cityCode: services.pack.city.code,
    userId: row.userId,
    name: row.userName ?? '—',
    postingId: row.postingId,
    unitId: row.unitId,
    role: row.role,
    regionCode: unit?.regionCode ?? '',
    unitKind: unit?.kind ?? 'centre',
  };
}
