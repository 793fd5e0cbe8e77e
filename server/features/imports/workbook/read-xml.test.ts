import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createXmlReader } from './read-xml.ts';

/** What a reader is told, text joined, whatever pieces it was given. */
function told(pieces: readonly string[]): string[] {
  const heard: string[] = [];
  const xml = createXmlReader({
    open: (name, attributes) => heard.push(`<${name}>${JSON.stringify(attributes)}`),
    close: (name) => heard.push(`</${name}>`),
    text: (text) => {
      if (/^[^<]/.test(heard.at(-1) ?? '<')) heard.push(`${heard.pop()}${text}`);
      else heard.push(text);
    },
  });
  for (const piece of pieces) xml.take(piece);
  xml.end();
  return heard;
}

const whole = `<?xml version="1.0"?><x:row r="1" note='a > b'><c t="s"/><!-- <c> --><v>甲&amp;乙&#x20BB7;</v><![CDATA[<不是>]]></x:row>`;

describe('reading the XML of workbooks', () => {
  it('tells elements without their prefix, text in plain, and nothing of comments', () => {
    expect(told([whole])).toEqual([
      '<row>{"r":"1","note":"a > b"}',
      '<c>{"t":"s"}',
      '</c>',
      '<v>{}',
      '甲&乙𠮷',
      '</v>',
      '<不是>',
      '</row>',
    ]);
  });

  it('tells the same wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 12 }), (cuts) => {
        const places = [0, ...cuts.sort((one, other) => one - other), whole.length];
        const pieces = places.slice(1).map((end, index) => whole.slice(places[index], end));
        expect(told(pieces)).toEqual(told([whole]));
      }),
    );
  });

  it.each([
    ['what breaks off', '<row><c'],
    ['words after which nothing comes', '<row></row>甲'],
    ['a declaration of entities', '<!DOCTYPE x [<!ENTITY a "aaaa">]><row/>'],
    ['a text without an end', `<v>${'长'.repeat(1_000_001)}`],
  ])('refuses %s', (_name, xml) => expect(() => told([xml])).toThrow());

  it('reads an attribute by its whole name', () => {
    expect(told([`<c xr:r="1" r = 'C&lt;7' s="2"/>`])[0]).toBe('<c>{"xr:r":"1","r":"C<7","s":"2"}');
  });
});
