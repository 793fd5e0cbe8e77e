import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeAudit } from './audit.ts';
import { type Component, licenceFaults } from './licences.ts';

/** What the program is made of: written down (CycloneDX), held against the list of licences and against known weaknesses. */
const top = join(import.meta.dirname, '../..');
const bill = join(top, 'reports/sbom.cdx.json');
const patienceInMs = 60_000;

const [sbom, audit] = await Promise.all([
  npm('sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev'),
  npm('audit', '--omit=dev', '--audit-level=high', '--json', '--fetch-retries=0', '--fetch-timeout=8000'),
]);
if (sbom === '')
  throw new Error('npm wrote no bill of materials: `npm sbom --sbom-format=cyclonedx` says why.');
const { components } = JSON.parse(sbom) as { components: Component[] };
mkdirSync(join(top, 'reports'), { recursive: true });
writeFileSync(bill, sbom);

const verdict = judgeAudit(audit);
const faults = licenceFaults(components);
console.log(`${components.length} packages in reports/sbom.cdx.json.`);
for (const line of [...verdict.lines, ...faults]) console.log(line);
if (!verdict.isGood || faults.length > 0 || components.length < 50) process.exitCode = 1;

/** What npm prints; how it ends is told by that as well. */
async function npm(...order: string[]): Promise<string> {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const child =
    script && node
      ? spawn(node, [script, ...order], { cwd: top, stdio: ['ignore', 'pipe', 'ignore'] })
      : spawn('npm', order, {
          cwd: top,
          stdio: ['ignore', 'pipe', 'ignore'],
          shell: process.platform === 'win32',
        });
  const tooLate = setTimeout(() => child.kill(), patienceInMs);
  let output = '';
  for await (const piece of child.stdout) output += piece;
  clearTimeout(tooLate);
  return output;
}
