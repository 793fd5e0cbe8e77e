/**
 * The id of a seeded matter says which one it is, so that an interrupted run is gone on with: a UUIDv7 of its own time,
 * in whose random part a mark and the number stand.
 */
const mark = { of16: '8eed', of48: '5eed' } as const;

export const numberDigits = 8;

/** As LIKE reads it. */
export const stampedIds = `________-____-7___-${mark.of16}-${mark.of48}${'_'.repeat(numberDigits)}`;

/** `time`: milliseconds since 1970 in twelve hexadecimal digits. */
export const matterIdOf = (time: string, number: number): string =>
  `${time.slice(0, 8)}-${time.slice(8)}-7000-${mark.of16}-${mark.of48}${number.toString(16).padStart(numberDigits, '0')}`;

const bits = 35n;
const codes = 1n << bits;
/** Odd, so that every number below 2^35 has its own product: no two seeded matters share a code. */
const spread = 0x5_2f6b_93ddn | 1n;

/** The seven characters that a code draws, five bits each; a matter of another number never draws the same ones. */
export function codeRandomness(number: number, attempt: number): Uint8Array {
  const spelt = ((BigInt(number) + BigInt(attempt) * (1n << 31n)) * spread) % codes;
  return Uint8Array.from({ length: 7 }, (_, place) => Number((spelt >> BigInt(place * 5)) & 31n));
}
