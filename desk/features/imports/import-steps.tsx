import type { ImportView } from '#contract/imports/imports.ts';
import { useWords } from '../../app/language/words.tsx';

const steps = ['upload', 'columns', 'check', 'doubts', 'running', 'done'] as const;
type Step = (typeof steps)[number];

/** Where the import stands among its steps. */
export function ImportSteps({ one, isMatching }: { one: ImportView; isMatching: boolean }) {
  const { say } = useWords();
  const at = stepOf(one, isMatching);
  return (
    <ol className="import-steps" aria-label={say('imports.steps')}>
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={step === at ? 'step' : undefined}
          className={index < steps.indexOf(at) ? 'import-step-past' : undefined}
        >
          {say(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function stepOf({ status, doubts, map }: ImportView, isMatching: boolean): Step {
  if (isMatching || status === 'uploaded') return 'columns';
  if (status === 'checking') return 'check';
  if (status === 'checked') return doubts.length > 0 ? 'doubts' : 'running';
  if (status === 'running') return 'running';
  return status === 'done' || map !== null ? 'done' : 'columns';
}
