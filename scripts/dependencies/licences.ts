/** Licences under which a package may be part of a program under AGPL-3.0-or-later, one by one. */
export const allowedLicences = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'PostgreSQL',
] as const;

/** What the bill of materials (CycloneDX) says of a package. */
export type Component = {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string };
    readonly expression?: string;
  }[];
};

/** A sentence for each package whose licence is not on the list, or that names none. */
export function licenceFaults(components: readonly Component[]): string[] {
  return components.flatMap(({ name, version, licenses = [] }) => {
    const named = licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? '');
    if (named.length === 0) return [`${name} ${version} names no licence.`];
    const refused = named.filter((one) => !isAllowed(one));
    return refused.map(
      (one) => `${name} ${version} is under “${one}”, which is not on the list of licences.`,
    );
  });
}

/** `(MIT OR X)` leaves the choice to us, `(MIT AND X)` does not. */
function isAllowed(expression: string): boolean {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  if (bare.includes(' AND ')) return bare.split(' AND ').every(isAllowed);
  return (allowedLicences as readonly string[]).includes(bare);
}
