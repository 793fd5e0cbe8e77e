import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a process says that runs beside another one: held back until that one is done, then told. */
export type Voice = { say(text: string | Buffer): void; release(): void };

export function heldBack(): Voice {
  const held: (string | Buffer)[] = [];
  let isReleased = false;
  return {
    say(text) {
      if (isReleased) process.stdout.write(text);
      else held.push(text);
    },
    release() {
      isReleased = true;
      for (const text of held.splice(0)) process.stdout.write(text);
    },
  };
}

export type HowToRun = {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** To the terminal unless told. */
  readonly voice?: Voice;
};

/** Whether it ended well. */
export async function runNode(
  order: string[],
  { cwd, env = process.env, voice }: HowToRun,
): Promise<boolean> {
  const output = voice ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, order, { cwd, env, stdio: ['ignore', output, output] });
  for (const said of [child.stdout, child.stderr]) said?.on('data', (text: Buffer) => voice?.say(text));
  const [code] = await once(child, 'close');
  return code === 0;
}
