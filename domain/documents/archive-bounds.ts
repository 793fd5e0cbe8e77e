/**
 * Word and Excel files are ZIP archives. Whether one is what such a file should be is read from its table of contents
 * alone: nothing is unpacked, so nothing can unpack to too much here, and nobody is handed what would on their machine.
 */
export type ArchiveRefusal = 'file-unpacks-too-far' | 'file-archive-broken';

/** A workbook of 20 MB seldom holds more than a thousand parts or a quarter of a gigabyte of text. */
export const archiveBounds = {
  entries: 5000,
  unpackedBytes: 512 * 1024 * 1024,
  /** How many times larger it may become, once it is of any size. Repeated text in sheets reaches fifty. */
  ratio: 150,
  ratioFromBytes: 10 * 1024 * 1024,
  nameBytes: 1000,
  embedded: 50,
} as const;

const endMark = 0x06054b50;
const end64Mark = 0x07064b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endBytes = 22;
const commentAtMost = 0xffff;
const stored = 0;
const deflated = 8;

/** Archives that no document embeds; those that it does (a table in a letter) are themselves documents. */
const archives = /\.(zip|7z|rar|gz|tgz|bz2|xz|zst|tar|jar|cab|iso|arj|lzh|ace)$/i;
const documents = /\.(docx|docm|xlsx|xlsm|xlsb|pptx|pptm|vsdx|odt|ods|odp)$/i;

type Entry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly startsAt: number;
};

/** Whether the content begins as an archive does. */
export function isArchive(content: Uint8Array): boolean {
  return content.length >= 4 && viewOf(content).getUint32(0, true) === localMark;
}

/** Why the archive is refused, or nothing. */
export function checkArchive(content: Uint8Array): ArchiveRefusal | undefined {
  const entries = readEntries(content);
  if (typeof entries === 'string') return entries;
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const isTooMuch =
    unpacked > archiveBounds.unpackedBytes ||
    (unpacked > archiveBounds.ratioFromBytes && unpacked > content.length * archiveBounds.ratio);
  if (isTooMuch || entries.some(({ name }) => archives.test(name))) return 'file-unpacks-too-far';
  if (entries.filter(({ name }) => documents.test(name)).length > archiveBounds.embedded)
    return 'file-unpacks-too-far';
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  const isSound = names.size === entries.length && entries.every(({ name }) => isPlainPath(name));
  return isSound && areApart(content, entries) ? undefined : 'file-archive-broken';
}

/** Up from its folder, from the root, by a drive, or with characters that end or hide a name. */
function isPlainPath(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  if (name === '' || /[\u0000-\u001f\u007f\\:]/.test(name) || name.startsWith('/')) return false;
  return !name.split('/').includes('..');
}

/** Each entry has bytes of its own: parts that lie upon each other unpack the same bytes many times. */
function areApart(content: Uint8Array, entries: readonly Entry[]): boolean {
  const view = viewOf(content);
  let free = 0;
  for (const { startsAt, packed } of entries.toSorted((a, b) => a.startsAt - b.startsAt)) {
    if (startsAt < free || startsAt + 30 > content.length) return false;
    if (view.getUint32(startsAt, true) !== localMark) return false;
    const head = 30 + view.getUint16(startsAt + 26, true) + view.getUint16(startsAt + 28, true);
    free = startsAt + head + packed;
    if (free > content.length) return false;
  }
  return true;
}

/** The table of contents, as far as it is one. */
function readEntries(content: Uint8Array): Entry[] | ArchiveRefusal {
  const view = viewOf(content);
  const end = findEnd(content);
  if (end === undefined) return 'file-archive-broken';
  const count = view.getUint16(end + 10, true);
  // 0xffff: so many that the number stands elsewhere.
  if (count > archiveBounds.entries) return 'file-unpacks-too-far';
  const has64 = end >= 20 && view.getUint32(end - 20, true) === end64Mark;
  const tableEnd = has64 ? endOf64(view, end) : end;
  const disk = view.getUint16(end + 4, true);
  const isWhole = (disk === 0 || (has64 && disk === 0xffff)) && view.getUint16(end + 8, true) === count;
  if (tableEnd === undefined || !isWhole) return 'file-archive-broken';
  const length = view.getUint32(end + 12, true);
  const isLong = has64 && length === 0xffffffff;
  const begin = tableEnd - (isLong ? Number(view.getBigUint64(tableEnd + 40, true)) : length);
  if (begin < 0) return 'file-archive-broken';
  const entries: Entry[] = [];
  let at = begin;
  for (let index = 0; index < count; index += 1) {
    const entry = at + 46 <= tableEnd ? readEntry(content, view, at) : undefined;
    if (entry === undefined) return 'file-archive-broken';
    entries.push(entry);
    at = entry.endsAt;
  }
  return at === tableEnd ? entries : 'file-archive-broken';
}

/** Where the table ends if large numbers are written apart: at the record to which the locator before the end points. */
function endOf64(view: DataView, end: number): number | undefined {
  const at = Number(view.getBigUint64(end - 20 + 8, true));
  return at + 56 <= end - 20 && view.getUint32(at, true) === 0x06064b50 ? at : undefined;
}

function readEntry(
  content: Uint8Array,
  view: DataView,
  at: number,
): (Entry & { readonly endsAt: number }) | undefined {
  if (view.getUint32(at, true) !== entryMark) return undefined;
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extraAt = at + 46 + nameLength;
  const endsAt = extraAt + extraLength + view.getUint16(at + 32, true);
  const isEncrypted = (flags & 0b1) !== 0;
  if (isEncrypted || (method !== stored && method !== deflated)) return undefined;
  if (endsAt > content.length || nameLength > archiveBounds.nameBytes) return undefined;
  const sizes = readSizes(view, at, extraAt, extraLength);
  if (sizes === undefined || (method === stored && sizes.packed !== sizes.unpacked)) return undefined;
  return { name: textOf(content.subarray(at + 46, extraAt)), ...sizes, endsAt };
}

/** Some programs write every size as a large number, in the extra field 1: in this order, and only those that are due. */
function readSizes(
  view: DataView,
  at: number,
  extraAt: number,
  extraLength: number,
): Omit<Entry, 'name'> | undefined {
  const short = {
    unpacked: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    startsAt: view.getUint32(at + 42, true),
  };
  const large = (['unpacked', 'packed', 'startsAt'] as const).filter((key) => short[key] === 0xffffffff);
  if (large.length === 0) return short;
  for (let from = extraAt; from + 4 <= extraAt + extraLength; ) {
    const length = view.getUint16(from + 2, true);
    if (view.getUint16(from, true) === 1) {
      if (length < large.length * 8 || from + 4 + length > extraAt + extraLength) return undefined;
      const long = large.map((key, index) => [key, Number(view.getBigUint64(from + 4 + index * 8, true))]);
      return { ...short, ...(Object.fromEntries(long) as Partial<typeof short>) };
    }
    from += 4 + length;
  }
  return undefined;
}

/** The end record stands last, behind it nothing but its own comment. */
function findEnd(content: Uint8Array): number | undefined {
  const view = viewOf(content);
  const last = content.length - endBytes;
  for (let at = last; at >= 0 && at >= last - commentAtMost; at -= 1) {
    if (
      view.getUint32(at, true) === endMark &&
      at + endBytes + view.getUint16(at + 20, true) === content.length
    )
      return at;
  }
  return undefined;
}

/** Only to compare and to look for signs in it; what is no ASCII stays apart. */
function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function viewOf(content: Uint8Array): DataView {
  return new DataView(content.buffer, content.byteOffset, content.byteLength);
}
