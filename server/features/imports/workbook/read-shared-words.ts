import { createXmlReader, withoutEscapes } from './read-xml.ts';

/** Reads the words that the cells of a workbook share (`xl/sharedStrings.xml`), piece by piece, in their order. */
export function createSharedWordsReader(): { readonly take: (piece: string) => string[] } {
  let complete: string[] = [];
  let words = '';
  let isText = false;
  let isAside = false;
  const xml = createXmlReader({
    open(name) {
      if (name === 'si') words = '';
      else if (name === 'rPh') isAside = true;
      else if (name === 't') isText = !isAside;
    },
    text(text) {
      if (isText) words += text;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isAside = false;
      else if (name === 'si') complete.push(withoutEscapes(words));
    },
  });
  return {
    take: (piece) => {
      xml.take(piece);
      const found = complete;
      complete = [];
      return found;
    },
  };
}
