import { useState } from 'react';
import type { MatterView } from '#contract/matters/matter.ts';
import { useWords } from '../../../app/language/words.tsx';

const longStory = 150;

/** What was told and what is asked for; a long story opens on request. */
export function Story({ matter }: { matter: MatterView }) {
  const { say } = useWords();
  const [isWhole, setWhole] = useState(false);
  const isLong = matter.story.length > longStory;
  const shown = isLong && !isWhole ? `${matter.story.slice(0, longStory).trimEnd()}……` : matter.story;
  return (
    <section className="card matter-story" aria-labelledby="story">
      <h2 id="story">{say('matter.story')}</h2>
      <p className="running">{shown}</p>
      {isLong && (
        <button
          type="button"
          className="text-button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {say(isWhole ? 'matter.storyLess' : 'matter.storyMore')}
        </button>
      )}
      {matter.request && (
        <>
          <h3>{say('matter.request')}</h3>
          <p className="running">{matter.request}</p>
        </>
      )}
    </section>
  );
}
