import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { eicar, type ScannerBehaviour, startTestScanner, type TestScanner } from './clamd.fixture.ts';
import { createVirusScan } from './virus-scan.ts';

let scanner: TestScanner | undefined;
afterEach(async () => {
  await scanner?.close();
  scanner = undefined;
});

const impatient = { tryInMs: 2000, restsInMs: [10, 20], restAfterInMs: 300 };
async function scanWith(behaviour: ScannerBehaviour = {}) {
  scanner = await startTestScanner(behaviour);
  return createVirusScan(scanner.address, impatient);
}

describe('a file', () => {
  it('is clean or infected, wherever in it the virus stands', async () => {
    const { scan } = await scanWith();
    const large = Buffer.alloc(3 * 1024 * 1024 + 17, 'x');
    expect(await scan(Buffer.from('text'))).toEqual({ is: 'clean' });
    expect(await scan(large)).toEqual({ is: 'clean' });
    const infected = { is: 'infected', signature: 'Eicar-Test-Signature' };
    expect(await scan(eicar)).toEqual(infected);
    // Across the border of two pieces.
    const hidden = Buffer.concat([large.subarray(0, 64 * 1024 - 30), eicar, large]);
    expect(await scan(hidden)).toEqual(infected);
  });

  it('is looked through over a socket of the machine, too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hejie-clamd-'));
    const { scan, isThere } = await scanWith({ path: join(folder, 'clamd.sock') });
    expect(await scan(eicar)).toMatchObject({ is: 'infected' });
    expect(await isThere()).toBe(true);
    await rm(folder, { recursive: true });
  });

  it('is tried again while the scanner is busy', async () => {
    const { scan } = await scanWith({ silentFor: 2 });
    expect(await scan(eicar)).toMatchObject({ is: 'infected' });
    expect(scanner?.asked()).toBe(3);
  });
});

it('is not asked again for a moment after it did not answer, and then again', async () => {
  const { scan } = await scanWith({ silentFor: 3 });
  expect(await scan(eicar)).toEqual({ is: 'away' });
  expect(await scan(eicar)).toEqual({ is: 'away' });
  expect(scanner?.asked()).toBe(3);
  await new Promise((resolve) => setTimeout(resolve, 350));
  expect(await scan(eicar)).toMatchObject({ is: 'infected' });
});

describe('nobody knows', () => {
  it('where the scanner does not answer, says no, or is not there', async () => {
    expect(await (await scanWith({ silentFor: 9 })).scan(eicar)).toEqual({ is: 'away' });
    expect(scanner?.asked()).toBe(3);
    await scanner?.close();
    const { scan } = await scanWith({ streamMaxLength: 1000 });
    expect(await scan(Buffer.alloc(5 * 1024 * 1024))).toEqual({ is: 'away' });
    await scanner?.close();
    const nobody = createVirusScan({ host: '127.0.0.1', port: 1 }, impatient);
    expect(await nobody.scan(eicar)).toEqual({ is: 'away' });
    expect(await nobody.isThere()).toBe(false);
  });

  it('where it listens and never says a word', async () => {
    const { createServer } = await import('node:net');
    const mute = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as { port: number };
    const { scan } = createVirusScan({ host: '127.0.0.1', port }, { ...impatient, tryInMs: 100 });
    expect(await scan(eicar)).toEqual({ is: 'away' });
    mute.close();
  });
});
