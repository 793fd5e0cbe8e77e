import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Builds the desk into desk/dist when its sources have changed since the last build. */
const top = join(import.meta.dirname, '..');
const stamp = join(top, '.build/desk.sha256');
const sources = ['desk/**/*', 'contract/**/*.ts', 'domain/**/*.ts', 'package-lock.json'];

const wanted = hashSources();
if (!existsSync(join(top, 'desk/dist/index.html')) || readStamp() !== wanted) {
  assertWritable();
  console.log('Building the desk…');
  rmSync(stamp, { force: true });
  // Under a test runner this says "test", and React would come with its warnings.
  process.env.NODE_ENV = 'production';
  // Loaded only when needed: most starts find the desk built.
  const { build } = await import('vite');
  await build({ configFile: join(top, 'desk/vite.config.ts'), logLevel: 'warn' }).catch((error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
  mkdirSync(join(top, '.build'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** A service runs as somebody who may not change the program, and is to say what is missing. */
function assertWritable(): void {
  try {
    accessSync(top, constants.W_OK);
  } catch {
    console.error(
      `The desk is not built, or was built of other sources, and ${top} may not be written to by this user. Run ` +
        '`npm run build` there as whoever owns the files.',
    );
    process.exit(1);
  }
}

function hashSources(): string {
  const hash = createHash('sha256');
  const files = sources.flatMap((pattern) => globSync(pattern, { cwd: top, withFileTypes: true }));
  const paths = files
    .filter((file) => file.isFile() && !file.parentPath.startsWith(join(top, 'desk/dist')))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .sort();
  for (const path of paths)
    hash
      .update(`${path.slice(top.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  return hash.digest('hex');
}

function readStamp(): string {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
}
