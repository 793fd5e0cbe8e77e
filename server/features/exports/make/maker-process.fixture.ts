import { join } from 'node:path';
import { loadCityPack } from '#server/adapters/city-pack.ts';
import { fixedClock } from '#server/adapters/clock.ts';
import { readConfig } from '#server/app/config.ts';
import { createServices } from '#server/app/create-services.ts';
import { connect } from '#server/database/connection.ts';
import { loadCity } from '#server/features/organisations/public.ts';
import { makeExport } from './make-export.ts';

/** What a maker in a process of its own must know, so that it can be killed as a machine kills it. */
export type MakerOrder = {
  readonly dataFolder: string;
  readonly databaseUrl: string;
  readonly now: string;
  readonly cityCode: string;
  readonly exportId: string;
};

const order = JSON.parse(process.argv[2] ?? '{}') as MakerOrder;
const read = readConfig({ HEJIE_DATA: order.dataFolder, HEJIE_LOG: 'silent' });
if (!read.ok) throw new Error(read.faults.join(' '));
const database = connect({ url: order.databaseUrl, connections: 3 });
const pack = await loadCityPack(join(import.meta.dirname, '../../../../cities/baotou'));
const made = await createServices({ config: read.config, database, pack });
await loadCity(made);
await makeExport(
  {
    ...made,
    clock: fixedClock(order.now),
    files: {
      ...made.files,
      // The file lies there, and nobody has said yet that it is made: the worst moment to die.
      put: async (content, announce) => {
        await made.files.put(content, announce);
        process.send?.('there');
        return new Promise(() => undefined);
      },
    },
  },
  order,
);
