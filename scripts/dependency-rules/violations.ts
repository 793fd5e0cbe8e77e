import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { importRules } from './import-rules.ts';
import { textRules } from './text-rules.ts';

export type Violation = { rule: string; file: string; detail: string; comment: string };

/** What was looked at, so that a check which silently read nothing is noticed. */
export type Findings = { violations: Violation[]; files: number; imports: number };

const layers = ['domain', 'contract', 'server', 'desk', 'cities', 'scripts', 'bench', 'e2e'];
const sources = '**/*.{ts,tsx,mjs}';
const fixtures = 'scripts/dependency-rules/fixtures';

export async function findViolations(folder: string): Promise<Findings> {
  const files = globSync(`{${layers.join(',')}}/${sources}`, { cwd: folder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith(fixtures) && !file.startsWith('desk/dist/'));
  const { violations, imports } = await readImports(folder, files);
  return {
    violations: [...violations, ...files.flatMap((file) => readText(folder, file))],
    files: files.length,
    imports,
  };
}

async function readImports(
  folder: string,
  files: string[],
): Promise<Pick<Findings, 'violations' | 'imports'>> {
  const { output } = await cruise(files, {
    baseDir: folder,
    // TypeScript 7 has no parser that dependency-cruiser could use, and without one it reads nothing.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    validate: true,
    ruleSet: { forbidden: importRules.map(({ rule }) => rule) },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'default'],
    },
  });
  const { modules, summary } = output as ICruiseResult;
  const comments = new Map(importRules.map(({ rule }) => [rule.name, rule.comment ?? '']));
  return {
    imports: modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    violations: summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      file: from,
      detail: `imports ${to}`,
      comment: comments.get(rule.name) ?? '',
    })),
  };
}

function readText(folder: string, file: string): Violation[] {
  const rules = textRules.filter(({ files, except }) => files.test(file) && !except.test(file));
  if (rules.length === 0) return [];
  const lines = withoutComments(readFileSync(join(folder, file), 'utf8')).split('\n');
  return rules.flatMap(({ name, comment, forbidden }) =>
    lines.flatMap((line, index) => {
      const found = forbidden.exec(line)?.[0];
      return found ? [{ rule: name, file: `${file}:${index + 1}`, detail: `says ${found}`, comment }] : [];
    }),
  );
}

/** Lines stay where they are. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
    .replace(/^\s*\/\/.*$/gm, '');
}
