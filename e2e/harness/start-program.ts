import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { readConfig } from '#server/app/config.ts';
import { startProgram } from '#server/app/start.ts';
import { openClockDoor } from './clock-door.ts';
import { openReplayDoor } from './replay-door.ts';
import { openSilenceDoor } from './silence-door.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly url: string;
    readonly clockDoor: string;
    readonly replayDoor: string;
    readonly silenceDoor: string;
    readonly dataFolder: string;
  }
}

/** One demo for all stories, on a data folder of its own: the program as it ships, listening on a free port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = join(tmpdir(), `hejie-test-${process.pid}`);
  mkdirSync(dataFolder, { mode: 0o711 });
  const read = readConfig({ PORT: '0', HEJIE_DATA: dataFolder, HEJIE_LOG: 'error' });
  if (!read.ok) throw new Error(read.faults.join(' '));
  const silenceDoor = await openSilenceDoor();
  const program = await startProgram(read.config, { log: silenceDoor.log });
  silenceDoor.listenTo(program);
  project.provide('silenceDoor', silenceDoor.url);
  // Each closing without contact is drawn for review, so that no story depends on chance.
  Object.assign(program.services.pack.city, { reviewOneIn: 1 });
  const door = await openClockDoor(program.services);
  project.provide('url', program.url);
  project.provide('clockDoor', door.url);
  const replayDoor = await openReplayDoor(program.services);
  project.provide('replayDoor', replayDoor.url);
  project.provide('dataFolder', dataFolder);
  return async () => {
    await door.close();
    await replayDoor.close();
    await silenceDoor.close();
    await program.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
