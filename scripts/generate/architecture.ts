import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDiagram } from '../../domain/matters/state-diagram.ts';

const start = '<!-- states:start -->';
const end = '<!-- states:end -->';

/** ARCHITECTURE.md with the path of a matter drawn as the table of transitions has it. */
export async function makeArchitecture(): Promise<string> {
  const text = readFileSync(join(import.meta.dirname, '../../ARCHITECTURE.md'), 'utf8');
  const [before, after] = [text.indexOf(start), text.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`ARCHITECTURE.md needs the lines ${start} and ${end}.`);
  const diagram = `\n\n\`\`\`mermaid\n${stateDiagram()}\n\`\`\`\n\n`;
  return text.slice(0, before + start.length) + diagram + text.slice(after);
}
