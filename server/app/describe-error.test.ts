import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { describeError, errorInWords, sentenceOf } from './describe-error.ts';
import { createLog } from './log.ts';

const mark = '犇骉猋 13999124876 Quixmark';

/** Errors as they come, each with what somebody wrote wherever a thrower may put it. */
const errors: [string, () => unknown][] = [
  ['a message', () => new Error(`no such person: ${mark}`)],
  ['lines that look like frames', () => new Error(`x\n    at Quixmark (/work/犇骉猋)\n    at /13999124876`)],
  ['a parser', () => caught(() => JSON.parse(`{"${mark}`))],
  ['a range', () => new RangeError(`Invalid time value ${mark}`)],
  [
    'a database',
    () => Object.assign(new Error(`invalid input ${mark}`), { ...database, detail: `(${mark})` }),
  ],
  ['a cause', () => new Error('outer', { cause: new Error(mark) })],
  ['a code and a name', () => Object.assign(new Error('x'), { code: mark, name: mark, constraint: mark })],
  ['no error', () => mark],
  ['members of its own', () => Object.assign(new Error('x'), { input: mark, response: { body: mark } })],
];
const database = {
  severity: 'ERROR',
  code: '23514',
  constraint: 'matter_status',
  table: 'matter',
  where: mark,
};
const written = /犇骉猋|13999124876|Quixmark/;

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (failure) {
    return failure;
  }
}

it.each(errors)('tells nothing of what stands in %s', (_where, make) => {
  const thrown = make();
  expect(JSON.stringify(describeError(thrown))).not.toMatch(written);
  expect(errorInWords(thrown)).not.toMatch(written);
  expect(describeError(thrown).name).not.toBe('');
});

it('tells which constraint, which code and where', () => {
  const described = describeError(Object.assign(new Error(mark), database));
  expect(described).toMatchObject({ code: '23514', constraint: 'matter_status', table: 'matter' });
  expect(described.frames[0]).toContain('describe-error.test.ts');
  expect(errorInWords(new TypeError('x'))).toMatch(/^TypeError\n {2}at .*describe-error\.test\.ts/);
  expect(sentenceOf(new Error('There is no file a.csv.'))).toBe('There is no file a.csv.');
});

it('writes into the log plain words of ours, and no sentence, request or error of somebody else’s', async () => {
  const lines = new PassThrough();
  const log = createLog('trace', lines);
  for (const [, make] of errors) {
    const err = make();
    log.error({ err }, 'a job failed');
    log.error({ err });
    log.error(err as Error);
    log.child({ reqId: '1' }).warn({ err }, (err as Error).message);
  }
  log.info(`Route GET:/p/${mark} not found`);
  log.info({ req: { url: mark }, res: { headers: { location: mark } } }, 'stream closed prematurely');
  log.warn('%s was here', mark);
  lines.end();
  const told = await text(lines);
  expect(told).not.toMatch(written);
  expect(told).toContain('"msg":"a job failed"');
  expect(told).toContain('"msg":"stream closed prematurely"');
  expect(told.trim().split('\n')).toHaveLength(errors.length * 4 + 3);
});
