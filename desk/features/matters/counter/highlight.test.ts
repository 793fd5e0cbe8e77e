import { expect, it } from 'vitest';
import { highlight } from './highlight.ts';

const shown = (text: string, words: { word: string; at: number[] }[]) =>
  highlight(text, words)
    .map((segment) => (segment.isFound ? `[${segment.text}]` : segment.text))
    .join('');

it('marks each word where it stands', () => {
  expect(
    shown('拖欠工资三个月,还拖欠加班费', [
      { word: '拖欠', at: [0, 9] },
      { word: '工资', at: [2] },
    ]),
  ).toBe('[拖欠][工资]三个月,还[拖欠]加班费');
});

it('keeps the whole text, whatever the places say', () => {
  expect(
    shown('物业费', [
      { word: '物业费', at: [0] },
      { word: '物业', at: [0] },
    ]),
  ).toBe('[物业费]');
  expect(shown('短', [{ word: '很长的词', at: [0] }])).toBe('短');
});
