import { createHash } from 'node:crypto';
import type { CityPack } from '#domain/organisations/city-pack.ts';
import { unitIdOf } from '#server/app/known-ids.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import { prepareSearchTerms } from '#server/features/search/public.ts';
import { allCalendars, saveCalendar } from './load-calendar.queries.ts';
import { allUnits, type PackUnit, saveCity, saveRegions, saveUnits } from './load-city.queries.ts';
import { allProcedures, type ProcedureVersion, saveProcedures } from './load-procedures.queries.ts';

/** Brings the city pack into the database, as often as one likes; what the city edited on screen stays. */
export async function loadCity(services: Services): Promise<void> {
  const { pack, clock, directory } = services;
  const cityCode = pack.city.code;
  const units = unitsOf(pack);
  const packHash = createHash('sha256')
    .update(JSON.stringify([pack.city, [...pack.regions], units]))
    .digest('hex');
  await inTransaction(services, { cityCode, role: 'program' }, async (trx) => {
    const { isUnchanged } = await saveCity(trx, pack.city, packHash, clock.now().toString());
    if (!isUnchanged) {
      const regions = [...pack.regions.values()];
      await saveRegions(
        trx,
        cityCode,
        regions.map((region) => ({ ...region, parentCode: region.parentCode ?? null })),
      );
      await saveUnits(trx, cityCode, units);
    }
    directory.replace(await allUnits(trx, cityCode));
    await saveProcedures(trx, cityCode, proceduresOf(services), clock.now().toString());
    services.roadmap.learn(await allProcedures(trx, cityCode));
    await saveCalendar(trx, cityCode, services.calendars.current, clock.now().toString());
    services.calendars.replace(await allCalendars(trx, cityCode));
  });
  teach(pack);
}

let taught: CityPack | undefined;

/** Learning takes the cutter a quarter of a second, and it is the process's own. */
function teach(pack: CityPack): void {
  if (taught === pack) return;
  prepareSearchTerms(new Set(pack.words.map(({ word }) => word)));
  taught = pack;
}

function proceduresOf({ pack, roadmap }: Services): ProcedureVersion[] {
  return pack.procedures.map((procedure) => ({ procedure, version: roadmap.versionOf(procedure) }));
}

/** Takes the units anew after one was changed. */
export async function refreshDirectory(services: Services): Promise<void> {
  const cityCode = services.pack.city.code;
  const units = await inTransaction(services, { cityCode, role: 'program' }, (trx) =>
    allUnits(trx, cityCode),
  );
  services.directory.replace(units);
}

/** One centre for each region, and in each the departments that its level has. */
export function unitsOf(pack: CityPack): PackUnit[] {
  const cityCode = pack.city.code;
  return [...pack.regions.values()].flatMap((region) => {
    const centre: PackUnit = {
      id: unitIdOf(cityCode, region.code),
      kind: 'centre',
      regionCode: region.code,
      parentId: null,
      code: region.code,
      name: `${region.name}综治中心`,
      nameEn: `${region.nameEn} Centre`,
      presence: null,
    };
    const departments = [...pack.departments.values()]
      .filter(({ levels }) => levels.has(region.level))
      .map((department) => ({
        department,
        called: region.level === 'township' ? department.township : department,
      }))
      .map(({ department, called }) => ({
        id: unitIdOf(cityCode, `${region.code}/${department.code}`),
        kind: 'department',
        regionCode: region.code,
        parentId: centre.id,
        code: `${region.code}/${department.code}`,
        name: `${region.name}${called.name}`,
        nameEn: `${called.nameEn}, ${region.nameEn}`,
        presence: department.presence,
      }));
    return [centre, ...departments];
  });
}
