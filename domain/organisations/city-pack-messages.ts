import { type MessageText, messageTexts, placesOf } from '#domain/messages/text.ts';
import type { Bilingual } from './city-pack.ts';
import type { PackReader } from './city-pack-table.ts';

/** The texts of messages to parties, in both languages, filling in no more than a message may hold. */
export function checkMessages(reader: PackReader): Map<MessageText, Bilingual> {
  const texts = new Map<MessageText, Bilingual>();
  for (const row of reader.rows('messages.csv')) {
    const template = messageTexts.find((known) => known === row.cell('template'));
    if (template === undefined) {
      row.fault(`unknown template "${row.cell('template')}"; known are ${messageTexts.join(', ')}`);
      continue;
    }
    const { needed, allowed } = placesOf(template);
    for (const column of ['zh', 'en'] as const) {
      const found = new Set([...row.cell(column).matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name));
      for (const name of needed) if (!found.delete(name)) row.fault(`"${column}" does not fill in {${name}}`);
      for (const name of found) {
        if (!allowed.some((one) => one === name))
          row.fault(`"${column}" fills in {${name}}; this text may fill in ${placeList(allowed)}`);
      }
    }
    texts.set(template, { zh: row.cell('zh'), en: row.cell('en') });
  }
  for (const template of messageTexts) {
    if (!texts.has(template)) reader.fault('messages.csv', `the text "${template}" is missing`);
  }
  return texts;
}

function placeList(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(' ');
}
