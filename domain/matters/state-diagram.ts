import { transitions } from './transitions.ts';
import { statuses } from './vocabulary.ts';

/** The path as a Mermaid state diagram, one arrow for every row that moves a matter. */
export function stateDiagram(): string {
  const lines = [
    'stateDiagram-v2',
    ...statuses
      .filter((status) => status.includes('-'))
      .map((status) => `  state "${status}" as ${named(status)}`),
  ];
  lines.push('  [*] --> registered: register');
  for (const { from, action, to, when } of transitions) {
    if (to === 'unchanged') continue;
    for (const status of from) {
      lines.push(
        `  ${named(status)} --> ${named(to)}: ${action}${when === undefined ? '' : ` [${when.join(', ')}]`}`,
      );
    }
  }
  lines.push('  closed --> [*]', '  declined --> [*]');
  return lines.join('\n');
}

/** Mermaid takes a hyphen in a name for the start of an arrow. */
function named(status: string): string {
  return status.replaceAll('-', '_');
}
