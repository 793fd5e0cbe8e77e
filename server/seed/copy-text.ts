/** Text as COPY reads and writes it. */

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

export const copied = (text: string): string =>
  text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);

/** Bytes as they stand in a line of COPY. */
export const copiedBytes = (bytes: Buffer): string => `\\\\x${bytes.toString('hex')}`;

export const bytesOf = (field: string): Buffer => Buffer.from(field.slice('\\\\x'.length), 'hex');

/** The items of a list of texts, as PostgreSQL writes it, none of them null; its field is unescaped first. */
export function arrayItems(field: string): string[] {
  const text = field.replace(/\\\\/g, '\\').slice(1, -1);
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([^,]+)/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replace(/\\(.)/g, '$1'),
  );
}

/** The inside of such a list, not escaped for COPY yet. */
export const arrayPieces = (items: readonly string[]): string =>
  items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',');
