/** Writes archives for tests by hand, so that every field of them can be wrong. */
export type Part = {
  readonly name: string;
  readonly content?: Uint8Array;
  /** What the table of contents says, where it lies. */
  readonly unpacked?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Lies upon the part of that number instead of having bytes of its own. */
  readonly upon?: number;
  /** Writes its sizes as large numbers. */
  readonly is64?: boolean;
};

export function archiveOf(parts: readonly Part[]): Uint8Array {
  const bytes: number[] = [];
  const table: number[] = [];
  const starts: number[] = [];
  for (const part of parts) {
    const { name, content = new Uint8Array(), method = 0, flags = 0, upon, is64 = false } = part;
    const nameBytes = utf8(name);
    const unpacked = part.unpacked ?? content.length;
    const start = upon === undefined ? bytes.length : (starts[upon] ?? 0);
    starts.push(start);
    const sizes = [...u32(content.length), ...u32(unpacked)];
    if (upon === undefined)
      bytes.push(...u32(0x04034b50), ...u16(20), ...u16(flags), ...u16(method), ...zeros(8), ...sizes);
    if (upon === undefined) bytes.push(...u16(nameBytes.length), ...u16(0), ...nameBytes);
    if (upon === undefined) for (const byte of content) bytes.push(byte);
    const extra = is64 ? [...u16(1), ...u16(16), ...u64(unpacked), ...u64(content.length)] : [];
    table.push(...u32(0x02014b50), ...u16(20), ...u16(20), ...u16(flags), ...u16(method), ...zeros(8));
    table.push(...(is64 ? [...u32(0xffffffff), ...u32(0xffffffff)] : sizes));
    table.push(...u16(nameBytes.length), ...u16(extra.length), ...zeros(10), ...u32(start));
    table.push(...nameBytes, ...extra);
  }
  const at = bytes.length;
  const end = [...u32(0x06054b50), ...zeros(4), ...u16(parts.length), ...u16(parts.length)];
  const whole = [bytes, table, end, u32(table.length), u32(at), u16(0)];
  return Uint8Array.from(whole.flat());
}

/** By way of an address, for neither layer knows an encoder. */
const utf8 = (text: string): number[] =>
  [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|./g)].map(([character, hex]) =>
    hex === undefined ? character.charCodeAt(0) : Number.parseInt(hex, 16),
  );
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const u16 = (value: number): number[] => [value & 0xff, (value >>> 8) & 0xff];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
const u64 = (value: number): number[] => [...u32(value >>> 0), ...u32(Math.floor(value / 2 ** 32))];
