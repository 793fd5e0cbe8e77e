import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createSharedWordsReader } from './read-shared-words.ts';

/** The words that cells share, by their place. They are read as far as they are asked for. */
export type SharedWords = {
  /** Reads on until this place can be told. */
  readUpTo(place: number): Promise<void>;
  /** Empty where there is no such place. */
  at(place: number): string;
  close(): Promise<void>;
};

/** So many words are packed together. */
const wordsOfBlock = 256;
/** So much lies unpacked at most; Excel puts every word of a ledger here, so that it may be the whole of it. */
const charactersUnpackedAtMost = 4_000_000;

/** A copy, because what was packed into is larger than what came of it. */
function pack(words: readonly string[]): Buffer {
  return Buffer.from(deflateRawSync(JSON.stringify(words), { level: 1 }));
}

type Block = { readonly words: readonly string[]; readonly characters: number };

/**
 * Sheets mostly name words in the order in which they stand here, so both are read side by side. What was not asked for
 * lately is packed, to a fourth or less: a ledger's words need never lie in memory as a whole.
 */
export function openSharedWords(pieces: AsyncGenerator<string>): SharedWords {
  const reader = createSharedWordsReader();
  const packed: Buffer[] = [];
  /** Whatever was asked for last stands at the end. */
  const unpacked = new Map<number, Block>();
  let characters = 0;
  /** The block that is not full yet. */
  let growing: string[] = [];
  let full = 0;

  function keep(number: number, words: string[]): string[] {
    const size = words.reduce((sum, word) => sum + word.length, 0);
    unpacked.set(number, { words, characters: size });
    characters += size;
    for (const [oldest, block] of unpacked) {
      if (characters <= charactersUnpackedAtMost || oldest === number) break;
      packed[oldest] ??= pack(block.words);
      unpacked.delete(oldest);
      characters -= block.characters;
    }
    return words;
  }

  function add(word: string): void {
    // A copy: a piece of a text keeps all of it in memory.
    growing.push(Buffer.from(word).toString());
    if (growing.length < wordsOfBlock) return;
    keep(full, growing);
    full += 1;
    growing = [];
  }

  function wordsOf(number: number): readonly string[] {
    if (number === full) return growing;
    const block = unpacked.get(number);
    if (block === undefined)
      return keep(number, JSON.parse(inflateRawSync(packed[number] ?? Buffer.alloc(0)).toString()));
    unpacked.delete(number);
    unpacked.set(number, block);
    return block.words;
  }

  return {
    readUpTo: async (place) => {
      while (full * wordsOfBlock + growing.length <= place) {
        const next = await pieces.next();
        if (next.done) return;
        for (const word of reader.take(next.value)) add(word);
      }
    },
    at: (place) => {
      const number = Math.floor(place / wordsOfBlock);
      return place >= 0 && number <= full ? (wordsOf(number)[place % wordsOfBlock] ?? '') : '';
    },
    close: async () => void (await pieces.return(undefined)),
  };
}
