import type { FastifyInstance } from 'fastify';
import { seedDemo } from '#server/demo/seed.ts';
import { makeFirstAdministratorLink } from '#server/features/access/public.ts';
import { wakeFollowing, watchLevels } from '#server/features/levels/public.ts';
import { wakePassingTime } from '#server/features/matters/public.ts';
import { tellMissed } from '#server/features/notices/public.ts';
import { startWorking } from '#server/jobs/work.ts';
import type { Config } from './config.ts';
import { features } from './features.ts';
import { createApp } from './http.ts';
import type { Log } from './log.ts';
import { openServices } from './open-services.ts';
import { releaseMemoryWhenIdle } from './release-memory.ts';
import type { Services } from './services.ts';

export type Program = {
  /** Where it is reached, without a slash at the end. */
  readonly url: string;
  readonly services: Services;
  readonly app: FastifyInstance;
  /** Only at a production's first start. */
  readonly firstAdministratorLink: string | null;
  stop(): Promise<void>;
};

export type StartOptions = {
  /** Says on the terminal what takes time. */
  print?: (line: string) => void;
  /** For tests and benchmarks that bring their own matters. */
  skipDemo?: boolean;
  /** For tests that listen to what is logged. */
  log?: Log;
};

/** Starts everything in order; what was started before a failure is stopped again. Port 0 takes a free one. */
export async function startProgram(config: Config, options: StartOptions = {}): Promise<Program> {
  const { print = () => undefined } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const { services, close } = await openServices(config, { part: 'program', print, log: options.log });
    closers.push(close);
    if (config.mode === 'demo' && !options.skipDemo) await seedDemo(services, print);
    const working = await startWorking(services);
    closers.push(working.stop);
    tellMissed(services);
    await wakeFollowing(services);
    await wakePassingTime(services);
    const watching = await watchLevels(services);
    closers.push(watching.close);
    const app = await createApp(services, features);
    closers.push(() => app.close());
    const address = await app.listen({ host: config.bind, port: config.port });
    const url = config.origin ?? address;
    services.reachedAt.url = url;
    const endReleasing = releaseMemoryWhenIdle();
    closers.push(async () => endReleasing());
    const isProduction = config.mode === 'production';
    const firstAdministratorLink = isProduction ? await makeFirstAdministratorLink(services, url) : null;
    return { url, services, app, firstAdministratorLink, stop };
  } catch (failure) {
    await stop();
    throw failure;
  }
}
