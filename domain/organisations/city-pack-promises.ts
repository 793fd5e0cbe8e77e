import { type Danger, dangers, type Step, steps } from '#domain/matters/vocabulary.ts';
import { limitUnits } from '#domain/roadmap/counting.ts';
import {
  type Bilingual,
  type PackDanger,
  type ReceiptKey,
  receiptPlaceholders,
  type StepLimit,
} from './city-pack.ts';
import type { PackReader } from './city-pack-table.ts';

/** The safety flag is reviewed every seven days (scope of the platform): a city may do better, not worse. */
const longestSafetyReviewInDays = 7;
const longestStepLimit = 366;

const noLimit: StepLimit = { count: 1, unit: 'working-day', title: '', titleEn: '', source: '' };

/** A limit for every step of the path, and for the review of the safety flag. */
export function checkStepLimits(reader: PackReader): Record<Step, StepLimit> {
  const limits = new Map<Step, StepLimit>();
  for (const row of reader.rows('step-limits.csv')) {
    const step = steps.find((code) => code === row.cell('step'));
    const unit = limitUnits.find((code) => code === row.cell('unit'));
    const count = Number(row.cell('limit'));
    if (!Number.isInteger(count) || count < 1 || count > longestStepLimit) {
      row.fault(`a limit is a whole number from 1 to ${longestStepLimit}, not "${row.cell('limit')}"`);
    }
    if (!unit) row.fault(`unknown unit "${row.cell('unit')}"; known are ${limitUnits.join(', ')}`);
    if (!step) {
      row.fault(`unknown step "${row.cell('step')}"; known are ${steps.join(', ')}`);
      continue;
    }
    if (step === 'safety-review' && (unit !== 'natural-day' || count > longestSafetyReviewInDays)) {
      row.fault(`the safety flag is reviewed at least every ${longestSafetyReviewInDays} natural days`);
    }
    limits.set(step, {
      count,
      unit: unit ?? 'working-day',
      title: row.cell('title'),
      titleEn: row.cell('title_en'),
      source: row.cell('source'),
    });
  }
  const limitOf = (step: Step): StepLimit => {
    const limit = limits.get(step);
    if (!limit) reader.fault('step-limits.csv', `the step "${step}" has no limit`);
    return limit ?? noLimit;
  };
  return Object.fromEntries(steps.map((step) => [step, limitOf(step)])) as Record<Step, StepLimit>;
}

/** The closed list of dangers, each with the help that belongs to it; a pack cannot add one. */
export function checkDangers(reader: PackReader): Map<Danger, PackDanger> {
  const named = new Map<Danger, PackDanger>();
  for (const row of reader.rows('dangers.csv')) {
    const code = dangers.find((known) => known === row.cell('code'));
    if (code === undefined) {
      row.fault(`unknown code "${row.cell('code')}"; the list is closed: ${dangers.join(', ')}`);
      continue;
    }
    const [name, nameEn] = [row.cell('name'), row.cell('name_en')];
    named.set(code, { code, name, nameEn, help: row.cell('help'), helpEn: row.cell('help_en') });
  }
  for (const code of dangers) if (!named.has(code)) reader.fault('dangers.csv', `"${code}" is missing`);
  return named;
}

/** The texts of the receipt in both languages, with the same places to fill in. */
export function checkReceipt(reader: PackReader): Map<ReceiptKey, Bilingual> {
  const keys = Object.keys(receiptPlaceholders) as ReceiptKey[];
  const texts = new Map<ReceiptKey, Bilingual>();
  for (const row of reader.rows('receipt.csv')) {
    const key = keys.find((known) => known === row.cell('key'));
    if (key === undefined) {
      row.fault(`unknown key "${row.cell('key')}"; known are ${keys.join(', ')}`);
      continue;
    }
    const expected = receiptPlaceholders[key].map((name) => `{${name}}`).join(' ');
    for (const column of ['zh', 'en'] as const) {
      const found = [...new Set(row.cell(column).match(/\{[^{}]*\}/g) ?? [])].sort().join(' ');
      if (found !== expected)
        row.fault(`"${column}" fills in ${expected || 'nothing'}, not ${found || 'nothing'}`);
    }
    texts.set(key, { zh: row.cell('zh'), en: row.cell('en') });
  }
  for (const key of keys) if (!texts.has(key)) reader.fault('receipt.csv', `the text "${key}" is missing`);
  return texts;
}
