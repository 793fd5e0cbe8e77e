import { type Visitor, visitorOf } from '#server/portal/follow/visitor.fixture.ts';
import type { TestProgram } from '#server/testing/test-program.ts';

/** A party at the portal, let in by code and secret. */
export async function enter(
  program: TestProgram,
  code: string,
  secret: string,
  address: string,
): Promise<Visitor> {
  const visitor = visitorOf(program, address);
  const answer = await visitor.send('/p/follow', { code, secret });
  if (answer.headers.location !== '/p/follow/matter') throw new Error(`not let in: ${answer.body}`);
  return visitor;
}
