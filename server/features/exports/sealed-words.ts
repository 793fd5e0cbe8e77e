import type { Services } from '#server/app/services.ts';

type Place = 'purpose' | 'reason';

/** What somebody wrote about an export: it may name people, so it stands sealed. */
export function sealWords({ keys }: Pick<Services, 'keys'>, id: string, place: Place, words: string): Buffer {
  return keys.seal(keys.purposeKey('export-words'), words, `export/${id}/${place}`);
}

export function openWords(
  { keys }: Pick<Services, 'keys'>,
  id: string,
  place: Place,
  sealed: Buffer | null,
): string | null {
  if (sealed === null) return null;
  return keys.open(keys.purposeKey('export-words'), sealed, `export/${id}/${place}`).toString('utf8');
}
