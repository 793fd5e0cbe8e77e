import type { ExportContents, TableFormat } from '#domain/exports/vocabulary.ts';
import type { Actor } from '#server/app/actor.ts';
import type { Services } from '#server/app/services.ts';
import { askExport, decideExport, fetchExport, makeExport } from '#server/features/exports/public.ts';
import { jobsAtOnce } from '#server/jobs/jobs-at-once.ts';
import type { Instance } from '../instance/start-instance.ts';
import { rounded } from '../load/figures.ts';
import { printLine } from '../report.ts';
import { openTickingCity } from '../tick/ticking-city.ts';

const rows = 100_000;
/** As much as an import of as many rows may take. */
const growthAtMostInMb = 400;
const kinds = [
  ['csv', 'facts'],
  ['xlsx', 'facts'],
  ['csv', 'words'],
  ['xlsx', 'words'],
] as const satisfies readonly (readonly [TableFormat, ExportContents])[];

/**
 * The largest list there may be, a hundred thousand matters that one office holds, as each kind of file: how long it takes
 * to make and to fetch, and by how much the program grows meanwhile. It is made in this process, so that nothing else is
 * counted.
 */
export async function benchExports(instance: Instance): Promise<void> {
  const city = await openTickingCity(instance, rows);
  // Nobody works on the queue but this bench.
  const services: Services = { ...city.services, jobs: jobsAtOnce().door };
  const { handler, supervisor } = instance.staff;
  try {
    const results = [];
    for (const [format, contents] of kinds) {
      results.push(await measure(services, handler.actor, supervisor.actor, format, contents));
    }
    for (const result of results) printLine({ bench: 'exports', rows, ...result });
    console.table(results);
    const grown = Math.max(...results.map(({ grownMb }) => grownMb));
    printLine({ bench: 'exports', grownMb: grown, wanted: growthAtMostInMb });
  } finally {
    await city.close();
  }
}

async function measure(
  services: Services,
  asker: Actor,
  decider: Actor,
  format: TableFormat,
  contents: 'facts' | 'words',
) {
  const language = 'zh';
  const purpose = contents === 'facts' ? {} : { purpose: '测量' };
  const body = { format, contents, filter: { queue: 'office' }, ...purpose } as const;
  const { id, version } = await askExport(services, asker, body, { language });
  await decideExport(services, decider, id, { version, decision: 'approve' }, language);
  const memory = watchMemory();
  const start = performance.now();
  await makeExport(services, { cityCode: asker.cityCode, exportId: id });
  const made = performance.now();
  const file = await fetchExport(services, asker, id);
  let bytes = 0;
  for await (const part of file.content) bytes += part.length;
  const fetched = performance.now();
  if (bytes !== file.bytes) throw new Error(`${bytes} bytes were fetched of ${file.bytes}`);
  return {
    format,
    contents,
    madeInS: rounded((made - start) / 1000),
    fetchedInS: rounded((fetched - made) / 1000),
    fileMb: rounded(bytes / 1e6),
    grownMb: rounded(memory.stop()),
  };
}

/** By how many megabytes the process grew at most since now. */
function watchMemory(): { stop(): number } {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 50);
  return {
    stop() {
      look();
      clearInterval(timer);
      return (most - before) / 1e6;
    },
  };
}
