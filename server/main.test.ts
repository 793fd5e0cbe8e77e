import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('ends with a code of its own where the settings are wrong, and says which: nobody is to start it again', () => {
  const env = { PATH: process.env.PATH, HEJIE_ORIGIN: 'http://hejie.example.gov.cn' };
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    cwd: tmpdir(),
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(78);
  expect(stderr).toContain('HEJIE_ORIGIN is http://hejie.example.gov.cn; it is https://');
  expect(stderr).toContain('HEJIE_MASTER_KEY is missing');
});
