import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { CityPack } from '#domain/organisations/city-pack.ts';
import { proceduresInForce } from '#domain/roadmap/procedures/in-force.ts';
import type { Procedure } from '#domain/roadmap/procedures/procedure.ts';
import { stepProcedures } from '#domain/roadmap/procedures/step-procedures.ts';

/** The procedures of the city: those of its pack, and every earlier version under which some matter still runs. */
export type Roadmap = {
  /** Each procedure as it is in force on a day; those of which every version lies ahead are missing. */
  inForce(day: string): readonly Procedure[];
  /** The office's own steps. */
  readonly steps: readonly Procedure[];
  /** A procedure as it was in a version; undefined where the city never had it. */
  of(run: { readonly procedure: string; readonly version: string }): Procedure | undefined;
  versionOf(procedure: Procedure): string;
  /** Takes in versions that were loaded at an earlier time. */
  learn(loaded: readonly { readonly procedure: Procedure; readonly version: string }[]): void;
};

export function createRoadmap({
  procedures: pack,
  stepLimits,
}: Pick<CityPack, 'procedures' | 'stepLimits'>): Roadmap {
  const versions = new Map<Procedure, string>();
  const known = new Map<string, Procedure>();
  const days = new Map<string, readonly Procedure[]>();
  const learn: Roadmap['learn'] = (loaded) => {
    for (const { procedure, version } of loaded) {
      const name = `${procedure.key}@${version}`;
      if (!known.has(name)) known.set(name, procedure);
    }
  };
  for (const procedure of pack) {
    const version = createHash('sha256').update(JSON.stringify(procedure)).digest('hex').slice(0, 16);
    versions.set(procedure, version);
    learn([{ procedure, version }]);
  }
  return {
    steps: stepProcedures(stepLimits),
    inForce(day) {
      let found = days.get(day);
      if (found === undefined) {
        found = proceduresInForce(pack, Temporal.PlainDate.from(day));
        days.clear();
        days.set(day, found);
      }
      return found;
    },
    of: ({ procedure, version }) => known.get(`${procedure}@${version}`),
    versionOf(procedure) {
      const version = versions.get(procedure);
      if (version === undefined) throw new Error(`the procedure ${procedure.key} is not of this roadmap`);
      return version;
    },
    learn,
  };
}
