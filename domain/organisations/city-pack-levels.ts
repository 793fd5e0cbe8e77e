import type { LevelRow, LevelTable } from '#domain/levels/levels.ts';
import { parseRule } from '#domain/levels/rule.ts';
import { tableFaults } from '#domain/levels/table.ts';
import { type Level, levelFacts, levels } from '#domain/levels/vocabulary.ts';
import type { PackLevel } from './city-pack.ts';
import type { PackReader } from './city-pack-table.ts';

const replyUnits = ['working-day', 'natural-day'] as const;
const longestReplyInDays = 30;

/** How each colour is called, and within which time its supervision is answered: the graver, the sooner. */
export function checkLevels(reader: PackReader): Map<Level, PackLevel> {
  const named = new Map<Level, PackLevel>();
  const faultAt = new Map<Level, (reason: string) => void>();
  for (const row of reader.rows('levels.csv')) {
    const level = levels.find((known) => known === row.cell('level'));
    const unit = replyUnits.find((known) => known === row.cell('reply_unit'));
    const count = Number(row.cell('reply_within_days'));
    const escalates = row.cell('escalates');
    if (!/^\d{1,2}$/.test(row.cell('reply_within_days')) || count > longestReplyInDays)
      row.fault(`a reply is due within 0 to ${longestReplyInDays} days, 0 being the same day`);
    if (!unit) row.fault(`unknown unit "${row.cell('reply_unit')}"; known are ${replyUnits.join(', ')}`);
    if (escalates !== 'yes' && escalates !== 'no') row.fault(`"escalates" is yes or no, not "${escalates}"`);
    if (!level) {
      row.fault(`unknown level "${row.cell('level')}"; the list is closed: ${levels.join(', ')}`);
      continue;
    }
    faultAt.set(level, row.fault);
    named.set(level, {
      code: level,
      name: row.cell('name'),
      nameEn: row.cell('name_en'),
      reply: { count, unit: unit ?? 'working-day' },
      escalates: escalates === 'yes',
      source: row.cell('source'),
    });
  }
  for (const [at, level] of levels.entries()) {
    const one = named.get(level);
    const milder = named.get(levels[at - 1] ?? level);
    if (!one) reader.fault('levels.csv', `"${level}" is missing`);
    else if (milder && one.reply.count > milder.reply.count)
      faultAt.get(level)?.(`"${level}" is answered later than the milder "${milder.code}"`);
  }
  return named;
}

/** The rows by which a matter has a colour, each read by the one parser of the grammar. */
export function checkLevelRules(reader: PackReader): LevelTable {
  const read: { readonly row: LevelRow; readonly fault: (reason: string) => void }[] = [];
  for (const { cell, fault } of reader.rows('level-rules.csv', ['level', 'when'])) {
    const level = levels.find((known) => known === cell('level'));
    if (!level) fault(`unknown level "${cell('level')}"; the list is closed: ${levels.join(', ')}`);
    const rule = parseRule(cell('when'));
    if (!rule.ok) {
      const known = rule.code === 'unknown-fact' ? `; facts are ${levelFacts.join(', ')}` : '';
      if (cell('when') !== '') fault(`"when" at character ${rule.at + 1}: ${rule.code}${known}`);
    } else if (level) read.push({ row: { level, when: rule.when }, fault });
  }
  const table = { rows: read.map(({ row }) => row) };
  for (const { row, code } of tableFaults(table)) {
    if (row === null) reader.fault('level-rules.csv', code);
    else read[row]?.fault(code);
  }
  return table;
}
