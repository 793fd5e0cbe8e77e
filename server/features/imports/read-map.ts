import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { ImportMap } from '#contract/imports/import-map.ts';
import { isTimeFormat } from '#domain/imports/read-time.ts';
import type { Services } from '#server/app/services.ts';
import { fieldErrors } from '#server/app/validation.ts';

const validate = new Ajv({ allErrors: true, strict: false }).compile<ImportMap>(ImportMap);

/** Reads a map and holds it against the city; throws a sentence that names everything that is wrong with it. */
export async function readMap(services: Pick<Services, 'pack'>, file: string): Promise<ImportMap> {
  const map: unknown = parse(await readFile(file, 'utf8'), file);
  const faults = validate(map)
    ? faultsInCity(services, map)
    : fieldErrors(validate.errors ?? [], 'en').map(
        ({ field, reason }) => `${field || 'the whole'}: ${reason}`,
      );
  if (faults.length > 0) throw new Error(`The map ${file} cannot be used: ${faults.join('; ')}.`);
  return map as ImportMap;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (failure) {
    // Where only: the parser's sentence quotes the file, which may be the table itself, given by mistake.
    const place = /position (\d+)/.exec((failure as Error).message)?.[1];
    throw new Error(
      `The map ${file} is not valid JSON${place === undefined ? '' : `, from character ${place} on`}.`,
    );
  }
}

/** What of a map does not fit the city. */
export function faultsInCity({ pack }: Pick<Services, 'pack'>, map: ImportMap): string[] {
  const faults: string[] = [];
  const formats = (map.dateFormats ?? []).filter((format) => !isTimeFormat(format));
  if (formats.length > 0) {
    faults.push(
      `dateFormats: ${formats.join(', ')} (a format needs yyyy, M and d, and knows H, m and s beside)`,
    );
  }
  if (!isZone(map.zone)) faults.push(`zone: ${map.zone} is no time zone`);
  if (!pack.regions.has(map.region)) faults.push(`region: ${pack.city.name} has no ${map.region}`);
  if (!pack.kinds.has(map.kind)) faults.push(`kind: ${pack.city.name} has no ${map.kind}`);
  const strange = (codes: readonly string[], known: ReadonlyMap<string, unknown>): string =>
    codes.filter((code) => !known.has(code)).join(', ');
  const kinds = strange(Object.values(map.kinds ?? {}), pack.kinds);
  const regions = strange(Object.values(map.regions ?? {}), pack.regions);
  if (kinds !== '') faults.push(`kinds: ${pack.city.name} has no ${kinds}`);
  if (regions !== '') faults.push(`regions: ${pack.city.name} has no ${regions}`);
  return faults;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
