import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter } from './adapter.ts';
import { adapter as hejie } from './adapters/hejie.ts';
import { adapter as redmine } from './adapters/redmine.ts';
import { adapter as requestTracker } from './adapters/request-tracker.ts';

const shipped: ReadonlyMap<string, Adapter> = new Map(
  [hejie, redmine, requestTracker].map((adapter) => [adapter.name, adapter]),
);

/** One that ships, by its name, or what a file exports as `adapter`. */
export async function loadAdapter(nameOrPath: string): Promise<Adapter> {
  const known = shipped.get(nameOrPath);
  if (known !== undefined) return known;
  const { adapter } = await import(pathToFileURL(resolve(nameOrPath)).href);
  if (typeof adapter?.open !== 'function' || typeof adapter.name !== 'string') {
    throw new Error(`${nameOrPath} exports no adapter: see bench/compare/adapter.ts`);
  }
  return { ...adapter, lacks: adapter.lacks ?? [] };
}
