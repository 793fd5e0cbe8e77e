import sax from 'sax';

/** Of an element, by the names that stand in the file; one with a prefix by both. */
export type Attributes = Readonly<Record<string, string>>;

/** What a part of a workbook is made of, in its order. Names of elements come without their prefix. */
export type XmlListener = {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

export type XmlReader = {
  /** Tells what is complete with this piece, and keeps the rest. */
  readonly take: (piece: string) => void;
  readonly end: () => void;
};

/** The longest text in one element: far more than a cell holds, far less than memory does. */
const charactersAtMost = 1_000_000;

/** Reads XML piece by piece. What is none, what breaks off, and whatever declares something is thrown. */
export function createXmlReader({ open, close, text }: XmlListener): XmlReader {
  const parser = sax.parser(true, { position: false });
  let characters = 0;
  function told(words: string): void {
    characters += words.length;
    if (characters > charactersAtMost) throw new Error('a part of the workbook does not end');
    text(words);
  }
  parser.onopentag = ({ name, attributes }) => {
    characters = 0;
    open(localName(name), attributes as Attributes);
  };
  parser.onclosetag = (name) => {
    characters = 0;
    close(localName(name));
  };
  parser.ontext = told;
  parser.oncdata = told;
  parser.ondoctype = () => {
    throw new Error('a workbook declares nothing');
  };
  parser.onerror = (failure) => {
    throw failure;
  };
  return { take: (piece) => void parser.write(piece), end: () => void parser.close() };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Signs that XML cannot hold are written as `_x000D_`. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
