import { join } from 'node:path';
import { importRules } from './import-rules.ts';
import { textRules } from './text-rules.ts';
import { findViolations, type Violation } from './violations.ts';

const top = join(import.meta.dirname, '../..');
const complaints = [...(await checkProject()), ...(await checkFixtures())];
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;

async function checkProject(): Promise<string[]> {
  const { violations, files, imports } = await findViolations(top);
  console.log(`Read ${imports} imports in ${files} files.`);
  // A parser that fails reads nothing and finds nothing.
  if (imports < files)
    return [`Only ${imports} imports were read in ${files} files: the rules were not really checked.`];
  return violations.map(({ rule, file, detail, comment }) => `${file} ${detail}\n  ${rule}: ${comment}`);
}

/** Each rule must fire on its own fixture, and nothing else may fire. */
async function checkFixtures(): Promise<string[]> {
  const { violations } = await findViolations(join(import.meta.dirname, 'fixtures'));
  const expected = [
    ...importRules.map(({ fixture, rule }) => pair(rule.name, fixture)),
    ...textRules.map(({ fixture, name }) => pair(name, fixture)),
  ];
  const found = new Set(violations.map(({ rule, file }: Violation) => pair(rule, file.replace(/:\d+$/, ''))));
  return [
    ...expected.filter((each) => !found.has(each)).map((each) => `The rule no longer fires: ${each}`),
    ...[...found]
      .filter((each) => !expected.includes(each))
      .map((each) => `Unexpected in the fixtures: ${each}`),
  ];
}

function pair(rule: string, file: string): string {
  return `${rule} on ${file}`;
}
