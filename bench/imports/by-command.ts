import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { childrenOf, memoryOf, secondsOf } from './process-figures.ts';

const hejie = join(import.meta.dirname, '../../scripts/hejie.mjs');

export type Watched = {
  readonly seconds: number;
  readonly peakMb: number;
  readonly cpuS: number;
  readonly said: string;
};

/** `npx hejie import matters` in a process of its own, looked at until its end. */
export async function importByCommand(
  environment: NodeJS.ProcessEnv,
  file: string,
  map: string,
): Promise<Watched> {
  const start = performance.now();
  const child = spawn(process.execPath, [hejie, 'import', 'matters', file, '--map', map], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const { pid: launcher = 0 } = child;
  let [peakMb, cpuS] = [0, 0];
  const timer = setInterval(() => {
    try {
      // The launcher hands over to the Node.js that is installed with the program.
      const [pid] = childrenOf(launcher);
      if (pid === undefined) return;
      peakMb = memoryOf(pid).peakMb || peakMb;
      cpuS = secondsOf(pid);
    } catch {
      // It has ended.
    }
  }, 20);
  await once(child, 'close');
  clearInterval(timer);
  if (child.exitCode !== 0) throw new Error(`the import ended with ${child.exitCode}: ${said.join('')}`);
  return { seconds: (performance.now() - start) / 1000, peakMb, cpuS, said: said.join('') };
}
