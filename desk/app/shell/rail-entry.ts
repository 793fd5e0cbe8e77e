import type { IconDefinition } from '@ant-design/icons-svg/lib/types';
import { isPermitted, type PermissionName } from '#domain/access/permissions.ts';
import type { WordKey } from '../language/words.tsx';
import type { Posting } from '../session/me.ts';

/** A place in the rail: its address, its word, its picture, and the doors of which one must be open to see it. */
export type RailEntry = {
  path: string;
  word: WordKey;
  icon: IconDefinition;
  doors: readonly PermissionName[];
};

/** The places that a posting may enter, by the same table that the server asks. */
export function entriesFor<Entry extends RailEntry>(
  entries: readonly Entry[],
  posting: Posting | null,
): Entry[] {
  return entries.filter(({ doors }) => posting !== null && doors.some((door) => isPermitted(door, posting)));
}
