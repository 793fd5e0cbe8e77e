import type { ImportView } from '#contract/imports/imports.ts';
import { useWords } from '../../app/language/words.tsx';
import { type ConflictFact, ConflictPanel } from '../../design-system/states/conflict-panel.tsx';

/** What I chose beside how the import stands now; what I chose stays. */
export function ImportConflict(props: {
  current: ImportView;
  typed: readonly ConflictFact[];
  goOn: () => void;
}) {
  const { say } = useWords();
  return (
    <ConflictPanel
      title={say('imports.conflict')}
      sentence={say('imports.conflictSentence')}
      typed={props.typed}
      stored={[{ name: say('imports.status'), value: props.current.statusLabel }]}
      onContinue={props.goOn}
    />
  );
}
