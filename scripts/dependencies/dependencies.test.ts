import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeAudit } from './audit.ts';
import { licenceFaults } from './licences.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

describe('licences', () => {
  it('names each package that may not be shipped, and no other', () => {
    expect(licenceFaults(JSON.parse(fixture('sbom.json')).components)).toEqual([
      'closed-thing 2.0.0 is under “SEE LICENSE IN LICENSE.md”, which is not on the list of licences.',
      'copyleft-of-another-kind 1.0.0 is under “GPL-2.0-only”, which is not on the list of licences.',
      'both-at-once 1.0.0 is under “(MIT AND SSPL-1.0)”, which is not on the list of licences.',
      'says-nothing 0.1.0 names no licence.',
    ]);
  });
});

describe('the audit', () => {
  it('fails over grave weaknesses and says which', () => {
    const { isGood, lines } = judgeAudit(fixture('audit-grave.json'));
    expect(isGood).toBe(false);
    expect(lines).toEqual([
      'The registry knows 2 weaknesses in what we ship, 1 of them grave.',
      'parser <1.2.3: critical (Code runs while parsing https://example.org/advisories/1)',
    ]);
  });

  it('passes with lesser ones, which it counts', () => {
    const report = JSON.parse(fixture('audit-grave.json'));
    delete report.vulnerabilities.parser;
    expect(judgeAudit(JSON.stringify(report))).toEqual({
      isGood: true,
      lines: ['The registry knows 1 weaknesses in what we ship, 0 of them grave.'],
    });
  });

  it.each([
    ['is away', '', 'no answer'],
    ['has no such service', fixture('audit-refused.json'), '405 Method Not Allowed'],
    ['answers something else', '<html>', 'no answer'],
  ])('passes where the registry %s, and says so', (_what, output, why) => {
    const { isGood, lines } = judgeAudit(output);
    expect([isGood, lines.length]).toEqual([true, 1]);
    expect(lines[0]).toContain(`could not be asked about weaknesses (${why}`);
  });
});
