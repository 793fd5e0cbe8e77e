import type { PostingView } from '#contract/organisations/postings.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DaySpanWords } from '../day-span.tsx';

/** One posting of an account: as what, where, how long, and the way out of it. */
export function PostingLine({ posting, end }: { posting: PostingView; end: () => void }) {
  const { say } = useWords();
  return (
    <li className="posting-line">
      <span>
        {posting.roleLabel} · {posting.unit.name}
      </span>
      <DaySpanWords fromDay={posting.fromDay} untilDay={posting.untilDay} />
      {!posting.isInForce && <span className="soft">{say('people.toCome')}</span>}
      <button type="button" className="text-button" onClick={end}>
        {say('people.end')}
        <span className="only-read-aloud">
          {' '}
          {posting.person.name} {posting.roleLabel}
        </span>
      </button>
    </li>
  );
}
