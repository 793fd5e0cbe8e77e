import { describe, expect, it } from 'vitest';
import { type Asker, createFairTurns, type TurnRules } from './fair-turns.ts';

const rules: TurnRules = {
  kinds: {
    known: { atOnce: 4, perAsker: 2, burst: 50, perSecond: 10 },
    costly: { atOnce: 1, perAsker: 1, burst: 3, perSecond: 10 },
    crowd: { atOnce: 1, perAsker: 1, burst: 50, perSecond: 50, restInCrowd: 3 },
  },
  perAddress: 3,
  waitingPerAsker: 5,
  waitingAtMost: 8,
};

const asker = (key: string, address = key, kind = 'known'): Asker => ({ key, address, kind });

/** Turns on a clock of their own, and a list of who has begun. */
function stage() {
  let nowMs = 0;
  const rests: { atMs: number; work: () => void }[] = [];
  const turns = createFairTurns(rules, {
    now: () => nowMs,
    later: (work, ms) => void rests.push({ atMs: nowMs + ms, work }),
  });
  const begun: string[] = [];
  const back: (() => void)[] = [];
  return {
    turns,
    begun,
    /** Asks under a name; whether it was taken in at all. */
    ask(name: string, who: Asker): boolean {
      const turn = turns.take(who);
      void turn?.then((giveBack) => {
        begun.push(name);
        back[begun.length - 1] = giveBack;
      });
      return turn !== null;
    },
    async giveBack(name: string): Promise<void> {
      back[begun.lastIndexOf(name)]?.();
      await settled();
    },
    async pass(ms: number): Promise<void> {
      nowMs += ms;
      for (const rest of rests.splice(0)) {
        if (rest.atMs <= nowMs) rest.work();
        else rests.push(rest);
      }
      await settled();
    },
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('whoever asks for much at once', () => {
  it('waits for themself, and nobody waits for them', async () => {
    const { ask, begun, giveBack } = stage();
    for (const name of ['a1', 'a2', 'a3', 'a4']) ask(name, asker('a'));
    ask('b1', asker('b'));
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    await giveBack('a1');
    expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  it('is turned away when too much waits, of theirs or of all', async () => {
    const { ask, turns } = stage();
    const taken = Array.from({ length: 8 }, (_, index) => ask(`a${index}`, asker('a')));
    expect(taken).toEqual([true, true, true, true, true, true, true, false]);
    for (const key of ['b', 'b', 'c', 'c', 'c']) ask(key, asker(key));
    expect(turns.waiting()).toBe(8);
    expect(ask('d', asker('d'))).toBe(false);
    expect(ask('e', asker('e', 'e', 'costly'))).toBe(true);
  });

  it('gets so many turns a second and no more, once it goes on for long', async () => {
    const { ask, begun, giveBack, pass } = stage();
    for (const name of ['1', '2', '3', '4', '5']) ask(name, asker('a', 'a', 'costly'));
    for (const name of ['1', '2', '3']) {
      await settled();
      await giveBack(name);
    }
    expect(begun).toEqual(['1', '2', '3', '4']);
    await pass(40);
    await giveBack('4');
    await pass(59);
    expect(begun).toHaveLength(4);
    await pass(1);
    expect(begun).toEqual(['1', '2', '3', '4', '5']);
  });

  it('has its measure again after a quiet time', async () => {
    const { ask, begun, giveBack, pass } = stage();
    for (let times = 0; times < 10; times += 1) {
      ask(`${times}`, asker('a', 'a', 'costly'));
      await settled();
      await pass(5);
      await giveBack(`${times}`);
      await pass(1000);
    }
    ask('next', asker('a', 'a', 'costly'));
    ask('after', asker('a', 'a', 'costly'));
    await settled();
    await giveBack('next');
    expect(begun.slice(-2)).toEqual(['next', 'after']);
  });
});

it('gives one address no more than its share, whoever asks from there', async () => {
  const { ask, begun, giveBack } = stage();
  for (const key of ['a', 'b', 'c', 'd']) ask(key, asker(key, 'one line'));
  ask('e', asker('e', 'another line'));
  await settled();
  expect(begun).toEqual(['a', 'b', 'c', 'e']);
  await giveBack('e');
  expect(begun).toHaveLength(4);
  await giveBack('b');
  expect(begun.at(-1)).toBe('d');
});

it('keeps kinds apart: what is costly holds up only its own', async () => {
  const { ask, begun } = stage();
  for (const key of ['a', 'b', 'c']) ask(`costly ${key}`, asker(key, key, 'costly'));
  ask('known', asker('c'));
  await settled();
  expect(begun).toEqual(['costly a', 'known']);
});

it('takes a turn back once, however often it is given', async () => {
  const { ask, begun, giveBack, turns } = stage();
  for (const name of ['1', '2', '3', '4']) ask(name, asker('a', 'a', 'costly'));
  await settled();
  await giveBack('1');
  await giveBack('1');
  expect([begun, turns.waiting()]).toEqual([['1', '2'], 2]);
});

it('keeps a turn for three times its work while others wait, and not a moment when nobody does', async () => {
  const { ask, giveBack, pass, begun } = stage();
  ask('a', asker('1', '1', 'crowd'));
  ask('b', asker('2', '2', 'crowd'));
  await pass(10);
  await giveBack('a');
  await pass(29);
  expect(begun).toEqual(['a']);
  await pass(1);
  expect(begun).toEqual(['a', 'b']);
  await giveBack('b');
  ask('c', asker('3', '3', 'crowd'));
  await settled();
  expect(begun).toEqual(['a', 'b', 'c']);
});
