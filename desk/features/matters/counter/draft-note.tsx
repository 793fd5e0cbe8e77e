import { useWords } from '../../../app/language/words.tsx';
import type { DraftState } from './use-server-draft.ts';

/** Whether the draft is safe, and the way to throw it away. */
export function DraftNote({ state, discard }: { state: DraftState; discard: () => Promise<void> }) {
  const { say } = useWords();
  if (state === 'none') return null;
  return (
    <p className={state === 'not-saved' ? 'field-fault' : 'faint'}>
      <span role="status">{say(`draft.${state}`)}</span>
      {state === 'saved' && (
        <>
          {' · '}
          <button type="button" className="text-button" onClick={() => void discard()}>
            {say('draft.discard')}
          </button>
        </>
      )}
    </p>
  );
}
