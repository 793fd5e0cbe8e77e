import { storyOf } from '../fill/stories.ts';
import { type Matter, pageSize } from './adapter.ts';

/** What one run sends to every system, the same to all and the second time other than the first. */
export type Matters = {
  /** Matter number n. */
  of(n: number): Matter;
  /** What comes in while it is measured: without the rare word, so that its hits stay the same. */
  ofLater(n: number): Matter;
  /** Stands in every hundredth matter, between spaces, so that a search that cuts at spaces finds it, too. */
  readonly rareWord: string;
  /** How many hits page 1 holds once so many matters are there. */
  hitsOf(word: string, matters: number): number;
};

/** Stands in the middle of running Chinese text, as words do: whoever cuts at spaces only does not find it. */
export const chineseWord = '漏水';

const rareEvery = 100;

/** A system that stays as it is from run to run still holds what the runs before left: `run` tells theirs from ours. */
export function mattersOfRun(run: number): Matters {
  // Letters only, some of which no number or code of any system holds: it can be nothing but a word.
  const rareWord = `uilo${[...String(run)].map((digit) => 'bcdfghjkmn'.charAt(Number(digit))).join('')}`;

  function matter(n: number, isRare: boolean): Matter {
    const story = storyOf(n);
    const number = String(n % 100_000_000).padStart(8, '0');
    return {
      number: n,
      subject: story.slice(0, story.indexOf('，')),
      story: isRare ? `${story}合同另一方为 ${rareWord} 。` : story,
      request: '请尽快协调解决。',
      applicant: {
        name: `申请人${number}`,
        phone: `138${number}`,
        mail: `applicant-${run}-${number}@parties.example`,
      },
      respondent: {
        name: '示例物业服务有限公司',
        creditCode: '91350100M000100Y43',
        mail: 'respondent@parties.example',
      },
    };
  }

  const of = (n: number): Matter => matter(n, n % rareEvery === 0);
  return {
    of,
    ofLater: (n) => matter(n, false),
    rareWord,
    hitsOf(word, matters) {
      let hits = 0;
      for (let n = 0; n < matters && hits < pageSize; n += 1) if (of(n).story.includes(word)) hits += 1;
      return hits;
    },
  };
}
