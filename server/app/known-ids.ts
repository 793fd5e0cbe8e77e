import { v5 } from 'uuid';

/** The namespace of ids that follow from a name: the same unit has the same id wherever a pack is loaded. */
const namespace = '6b1f2c54-8f0e-4c55-9a55-1d6d6f5e3a10';

export function knownId(name: string): string {
  return v5(name, namespace);
}

/** The id of a unit of a city's pack: a centre's code is its region's, a department's `region/department`. */
export function unitIdOf(cityCode: string, unitCode: string): string {
  return knownId(`unit/${cityCode}/${unitCode}`);
}

/** The id of a demo account; real accounts have ids that tell nothing. */
export function demoUserId(username: string): string {
  return knownId(`demo-account/${username}`);
}
