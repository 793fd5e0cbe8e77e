import type { EventView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';

const short = 60;

/** Of each corrected field the old value and the new one; long texts under each other, the old one on request. */
export function Changes({ changes }: { changes: NonNullable<EventView['changes']> }) {
  const { say } = useWords();
  return (
    <dl className="changes">
      {changes.map(({ label, from, to }) => (
        <div key={label + from + to}>
          <dt className="faint">{label}</dt>
          {from.length + to.length <= short ? (
            <dd>
              {from && (
                <>
                  <del>{from}</del> <span aria-hidden="true">→</span>{' '}
                </>
              )}
              <ins>{to}</ins>
            </dd>
          ) : (
            <dd className="change-long">
              <ins className="running">{to}</ins>
              <details>
                <summary>{say('correct.show')}</summary>
                <del className="running">{from}</del>
              </details>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
