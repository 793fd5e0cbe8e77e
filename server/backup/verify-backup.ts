import { type Read, type ReadBackup, type Reader, readContents } from './read-contents.ts';

/** Reads a backup to its end: every chunk opened, every part's hash compared with the list at its end. Writes nothing. */
export function verifyBackup(backup: ReadBackup, onHead: Reader['onHead'] = () => undefined): Promise<Read> {
  return readContents(backup, { onHead, onPart: async () => undefined });
}
