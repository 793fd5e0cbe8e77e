import { createDraw, type Draw } from '#server/demo/draw.ts';
import { type Story, stories } from '#server/demo/stories.ts';
import { searchTerms } from '#server/features/search/public.ts';
import { arrayPieces, copied } from './copy-text.ts';
import { told, wordsDrawn } from './life.ts';

/** A story as one matter tells it, with what it is found by; written as COPY reads it. */
export type Telling = {
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  readonly keys: string;
};

export type Tellings = { one(draw: Draw, story: Story, sentence: string): Telling };

/** Cutting a text into words is the dearest of all; so each story is told in so many ways, and each is cut once. */
const waysOfEach = 60;

export function createTellings(): Tellings {
  const known = new Map<string, Telling>();
  return {
    one(draw, story, sentence) {
      const way = draw.between(1, waysOfEach);
      const place = stories.indexOf(story);
      const key = `${place} ${way} ${sentence}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const { subject, story: text, request } = told(story, wordsDrawn(createDraw(place * 1000 + way)));
      const telling = {
        subject: copied(subject),
        story: copied(text + sentence),
        request: copied(request),
        keys: copied(arrayPieces(searchTerms(`${subject}\n${text}${sentence}`))),
      };
      known.set(key, telling);
      return telling;
    },
  };
}
