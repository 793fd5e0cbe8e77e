import type { Suggestions } from '#contract/intake/intake.ts';
import { useWords } from '../../../app/language/words.tsx';
import { DueDate } from '../../../design-system/time/due-date.tsx';

/** What will happen after saving and by when, so that the visitor can be told before they leave. */
export function WhatNext({ next }: { next: Suggestions['next'] }) {
  const { say } = useWords();
  return (
    <section className="card" aria-labelledby="noticed-next">
      <h2 id="noticed-next">{say('noticed.next')}</h2>
      <p>
        {next.what} · <DueDate day={next.by} />
      </p>
      <p className="faint">{say('noticed.nextHint')}</p>
    </section>
  );
}
