import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem.ts';
import { answerProof, isProofAsked, withProof } from './proof.ts';

const refusal = (code: string) => new ApiProblem({ type: '', title: '', status: 403, code, detail: '' });

/** A door that asks for a proof until it has been given. */
function door(code = 'prove-again') {
  let isOpen = false;
  const knocks: number[] = [];
  return {
    knocks,
    open: () => {
      isOpen = true;
    },
    knock: async (number: number) => {
      knocks.push(number);
      if (!isOpen) throw refusal(code);
      return number;
    },
  };
}

const settle = () => new Promise((next) => setTimeout(next));

describe('withProof', () => {
  it('asks once for all that wait, and sends each of them again', async () => {
    const { knock, knocks, open } = door();
    const both = Promise.all([withProof(() => knock(1)), withProof(() => knock(2))]);
    await settle();
    expect(isProofAsked()).toBe(true);
    open();
    answerProof(true);
    expect(await both).toEqual([1, 2]);
    expect(knocks).toEqual([1, 2, 1, 2]);
    expect(isProofAsked()).toBe(false);
  });

  it('hands the refusal on where the proof is not given, and sends nothing again', async () => {
    const { knock, knocks } = door();
    const refused = withProof(() => knock(1)).catch((error: ApiProblem) => error.code);
    await settle();
    answerProof(false);
    expect(await refused).toBe('prove-again');
    expect(knocks).toEqual([1]);
  });

  it('asks nobody about another refusal', async () => {
    const { knock } = door('forbidden');
    await expect(withProof(() => knock(1))).rejects.toMatchObject({ problem: { code: 'forbidden' } });
    expect(isProofAsked()).toBe(false);
  });

  it('does not ask twice for a request that was on its way while the proof was given', async () => {
    const { knock, open } = door();
    const first = withProof(() => knock(1));
    let refuse: (error: unknown) => void = () => undefined;
    const answers = [new Promise<number>((_, reject) => (refuse = reject)), Promise.resolve(2)];
    const late = withProof(() => answers.shift() ?? Promise.resolve(0));
    await settle();
    open();
    answerProof(true);
    await first;
    refuse(refusal('prove-again'));
    expect(await late).toBe(2);
    expect(isProofAsked()).toBe(false);
  });

  it('does not ask for ever: refused again after the proof, the page hears it', async () => {
    const { knock, knocks } = door();
    const refused = withProof(() => knock(1)).catch((error: ApiProblem) => error.code);
    await settle();
    answerProof(true);
    expect(await refused).toBe('prove-again');
    expect(knocks).toEqual([1, 1]);
  });
});
