import { createTestProgram, type TestProgram } from '#server/testing/test-program.ts';
import { type KnownMatter, type MatterName, makeMatters } from './matters-of-the-world.fixture.ts';
import { hireObservers, type Observer } from './observers.fixture.ts';
import { places } from './places.fixture.ts';
import { type ProgramRoute, watchingRoutes } from './program-routes.fixture.ts';

/** The whole program with matters in every state and everybody who might try to see them. */
export type World = {
  readonly program: TestProgram;
  readonly routes: readonly ProgramRoute[];
  readonly observers: readonly Observer[];
  readonly matters: readonly KnownMatter[];
  matter(name: MatterName): KnownMatter;
  observer(name: string): Observer;
};

export async function makeWorld(options: Parameters<typeof createTestProgram>[0] = {}): Promise<World> {
  const { made: program, routes } = await watchingRoutes(() => createTestProgram(options));
  const { observers, one } = await hireObservers(program);
  const { lead, holder, assisting, origin, sibling, upper, unrelated } = places;
  const matters = await makeMatters(program, {
    clerk: one(`clerk@${lead}`),
    dispatcher: one(`dispatcher@${lead}`),
    handler: one(`handler@${holder}`),
    assistant: one(`handler@${assisting}`),
    predecessor: one(`handler@${sibling}`),
    upper: one(`dispatcher@${upper}`),
    originClerk: one(`clerk@${origin}`),
    originDispatcher: one(`dispatcher@${origin}`),
    stranger: one(`clerk@${unrelated}`),
  });
  return {
    program,
    routes,
    observers,
    matters,
    matter: (name) => found(matters, name),
    observer: (name) => found(observers, name),
  };
}

function found<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  const one = all.find((each) => each.name === name);
  if (one === undefined) throw new Error(`there is no ${name}`);
  return one;
}
