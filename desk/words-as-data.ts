import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * The words of one language come as data, each in a file of its own: a browser reads them as JSON many times faster than as a
 * program, and nobody fetches the other language, though a topic holds both.
 */
export function wordsAsData(): Plugin {
  return {
    name: 'words-as-data',
    apply: 'build',
    async load(id) {
      if (!/\/desk\/language\/pack-\w+\.ts$/.test(id)) return null;
      const { own, shared } = (await import(pathToFileURL(id).href)) as Record<string, unknown>;
      return {
        code: `export const own = ${asData(own)};\nexport const shared = ${asData(shared)};\n`,
        moduleType: 'js',
      };
    },
  };
}

function asData(words: unknown): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(words))})`;
}
