import { partyTransitions, transitions } from './transitions.ts';
import { type Status, statuses } from './vocabulary.ts';

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
    lines.push(...arrows(from, to, `${action}${when === undefined ? '' : ` [${when.join(', ')}]`}`));
  }
  for (const { from, action, to } of partyTransitions) lines.push(...arrows(from, to, `${action} [party]`));
  lines.push('  closed --> [*]', '  declined --> [*]');
  return lines.join('\n');
}

function arrows(from: readonly Status[], to: Status | 'unchanged', label: string): string[] {
  return to === 'unchanged' ? [] : from.map((status) => `  ${named(status)} --> ${named(to)}: ${label}`);
}

/** Mermaid takes a hyphen in a name for the start of an arrow. */
function named(status: string): string {
  return status.replaceAll('-', '_');
}
