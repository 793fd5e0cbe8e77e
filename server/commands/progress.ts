import { Presets, SingleBar } from 'cli-progress';

export type Progress = { show(share: number, done: number): void; stop(): void };

/** A bar where somebody watches; where nobody looks, a line at every tenth is enough. */
export function showProgress(
  of: string,
  { isTerminal, print }: { readonly isTerminal: boolean; print(line: string): void },
): Progress {
  return isTerminal ? progressBar(of) : progressLines(of, print);
}

function progressBar(of: string): Progress {
  const bar = new SingleBar(
    { format: `{bar} {percentage} % | {done} ${of}`, hideCursor: true, stopOnComplete: false },
    Presets.shades_classic,
  );
  bar.start(1000, 0, { done: 0 });
  let isStopped = false;
  return {
    show: (share, done) => bar.update(Math.round(share * 1000), { done }),
    stop: () => {
      if (!isStopped) bar.stop();
      isStopped = true;
    },
  };
}

function progressLines(of: string, print: (line: string) => void): Progress {
  let told = 0;
  return {
    show: (share, done) => {
      const tenths = Math.floor(share * 10);
      if (tenths <= told) return;
      told = tenths;
      print(`${tenths * 10} %, ${done} ${of}`);
    },
    stop: () => undefined,
  };
}
