import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { instantWords } from '../../../design-system/time/day-words.ts';
import { matterQuery } from './matter-query.ts';

/** Read outside own work: for what, until when, and what is not shown. Once it has run out the file goes from the screen. */
export function OpeningBanner({ matter: { id, opening } }: { matter: MatterView }) {
  const { language, say } = useWords();
  const queryClient = useQueryClient();
  const until = opening?.until;
  useEffect(() => {
    if (until === undefined) return;
    const left = Date.parse(until) - Date.now();
    const timer = setTimeout(() => void queryClient.resetQueries(matterQuery(id)), Math.max(left, 0) + 500);
    return () => clearTimeout(timer);
  }, [id, until, queryClient]);
  if (!opening) return null;
  return (
    <section className="opening-banner" role="note">
      <p>
        <strong>
          {say('outside.banner', {
            purpose: opening.purpose.label,
            until: instantWords(opening.until, language),
          })}
        </strong>
      </p>
      <p>{say('outside.bannerWords', { words: opening.words })}</p>
      <p className="soft">{say('outside.bannerHidden')}</p>
    </section>
  );
}
