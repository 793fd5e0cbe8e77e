import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveOf, type Part } from './archive.fixture.ts';
import { archiveBounds, checkArchive, isArchive } from './archive-bounds.ts';

const content = Uint8Array.from('some text', (character) => character.charCodeAt(0));
const part = (name: string, more: Partial<Part> = {}): Part => ({ name, content, ...more });
const letter = [part('[Content_Types].xml'), part('_rels/.rels'), part('word/document.xml')];
const broken = 'file-archive-broken';
const tooFar = 'file-unpacks-too-far';

describe('a document', () => {
  it.each([
    ['plain', letter],
    ['packed well', [...letter, part('xl/sheet1.xml', { method: 8, unpacked: 9 * 1024 * 1024 })]],
    ['with large numbers', [...letter, part('xl/sheet1.xml', { is64: true })]],
    ['with folders and Chinese names', [part('word/'), part('word/媒体/图1.png')]],
    ['with a table in a letter', [...letter, part('word/embeddings/Microsoft_Excel_Sheet1.xlsx')]],
    ['empty', []],
  ])('%s is taken', (_what, parts) => {
    expect(checkArchive(archiveOf(parts))).toBeUndefined();
  });

  it('may have a comment of its own at its end', () => {
    const bytes = archiveOf(letter);
    const commented = Uint8Array.from([...bytes.subarray(0, -2), 5, 0, 104, 101, 108, 108, 111]);
    expect(checkArchive(commented)).toBeUndefined();
  });

  it('is told from other content by how it begins', () => {
    expect(isArchive(archiveOf(letter))).toBe(true);
    expect(isArchive(content)).toBe(false);
    expect(isArchive(new Uint8Array())).toBe(false);
  });
});

describe('what would unpack too far', () => {
  const many = Array.from({ length: archiveBounds.entries + 1 }, (_, index) =>
    part(`${index}`, { content: new Uint8Array() }),
  );
  it.each<[string, Part[]]>([
    ['one part of a gigabyte', [part('a', { method: 8, unpacked: 2 ** 30 })]],
    ['one part of eight gigabytes', [part('a', { method: 8, unpacked: 8 * 2 ** 30, is64: true })]],
    [
      'many that are large together',
      Array.from({ length: 60 }, (_, i) => part(`${i}`, { method: 8, unpacked: 9e6 })),
    ],
    ['more than it weighs a thousand times', [part('a', { method: 8, unpacked: 11 * 1024 * 1024 })]],
    ['too many parts', many],
    ['an archive in it', [part('inner.zip')]],
    ['an archive in it, in capitals', [part('word/media/INNER.GZ')]],
    ['very many documents in it', Array.from({ length: 51 }, (_, i) => part(`${i}.docx`))],
  ])('%s', (_what, parts) => {
    expect(checkArchive(archiveOf(parts))).toBe(tooFar);
  });
});

describe('what no program writes', () => {
  it.each<[string, Part[]]>([
    ['a way up', [part('../../etc/cron.d/x')]],
    ['a way up in the middle', [part('word/../../x')]],
    ['a path from the root', [part('/etc/passwd')]],
    ['a path of Windows', [part('..\\..\\x')]],
    ['a drive', [part('C:x')]],
    ['a zero in a name', [part('word/document.xml\0.png')]],
    ['no name', [part('')]],
    ['a very long name', [part('x'.repeat(1001))]],
    ['the same name twice', [part('a'), part('a')]],
    ['names that differ in capitals only', [part('word/a'), part('Word/A')]],
    ['parts upon each other', [part('a'), part('b', { upon: 0 }), part('c', { upon: 0 })]],
    ['an encrypted part', [part('a', { flags: 1 })]],
    ['a way of packing that documents do not use', [part('a', { method: 12 })]],
    ['a size that stored content cannot have', [part('a', { method: 0, unpacked: 100 })]],
  ])('%s', (_what, parts) => {
    expect(checkArchive(archiveOf(parts))).toBe(broken);
  });

  it('an end that is cut off, doubled, followed by something or leads elsewhere', () => {
    const bytes = archiveOf(letter);
    for (let length = 0; length < bytes.length; length += 1)
      expect(checkArchive(bytes.subarray(0, length)), `${length}`).toBe(broken);
    expect(checkArchive(Uint8Array.from([...bytes, 0]))).toBe(broken);
    for (const field of [8, 10, 12]) {
      const lying = bytes.slice();
      lying[bytes.length - 22 + field] = 9;
      expect(checkArchive(lying), `${field}`).toBe(broken);
    }
  });
});

it('answers to anything, and never throws', () => {
  const bytes = archiveOf(letter);
  const change = fc.record({ at: fc.nat(bytes.length - 1), value: fc.nat(255) });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const changed = bytes.slice();
      for (const { at, value } of changes) changed[at] = value;
      expect([undefined, broken, tooFar]).toContain(checkArchive(changed));
    }),
  );
});
