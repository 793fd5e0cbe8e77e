import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { SuggestBody } from '#contract/intake/intake.ts';
import { identifiedPair } from '#domain/matters/registration.ts';
import { useRested } from '../../../app/kept/use-rested.ts';
import { useWords } from '../../../app/language/words.tsx';
import type { FormPart } from './form-part.ts';
import { registrationOf } from './intake-draft.ts';
import { noticedQuery } from './noticed-query.ts';
import { SimilarMatters } from './similar-matters.tsx';
import { SuggestedKinds } from './suggested-kinds.tsx';
import { WhatNext } from './what-next.tsx';

/** What the machine noticed, with its reasons. It proposes; the clerk's own choice always stands. */
export function NoticedPanel({ draft, set }: FormPart) {
  const { say } = useWords();
  const text = useRested(draft.story, 500);
  const pair = useRested(identifiedPair(registrationOf(draft).parties)?.join(' ') ?? '', 500);
  const [applicantNumber, respondentNumber] = pair.split(' ');
  const { kind, regionCode, isKindChosen } = draft;
  const from = useMemo<SuggestBody>(
    () => ({
      text: text.trim(),
      ...(kind && isKindChosen && { kind }),
      ...(regionCode && { regionCode }),
      ...(applicantNumber && respondentNumber && { applicantNumber, respondentNumber }),
    }),
    [text, kind, isKindChosen, regionCode, applicantNumber, respondentNumber],
  );
  const { data: noticed } = useQuery(noticedQuery(from));
  const best = noticed?.kinds[0]?.kind.code;
  useEffect(() => {
    if (best && !isKindChosen && kind !== best) set({ kind: best });
  });
  return (
    <aside className="noticed" aria-label={say('noticed.title')}>
      {!noticed && (
        <section className="card">
          <h2>{say('noticed.title')}</h2>
          <p className="soft">{say('noticed.waiting')}</p>
        </section>
      )}
      {noticed && (
        <>
          <SuggestedKinds
            kinds={noticed.kinds}
            office={noticed.office}
            story={text.trim()}
            chosen={kind}
            choose={(code) => set({ kind: code, isKindChosen: true })}
          />
          <SimilarMatters matters={noticed.similar} />
          <WhatNext next={noticed.next} />
        </>
      )}
    </aside>
  );
}
