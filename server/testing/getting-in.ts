import { Secret, TOTP } from 'otpauth';
import type { Role } from '#domain/access/vocabulary.ts';
import { setPassword } from '#server/features/access/public.ts';
import { type Browser, openBrowser } from './browser.ts';
import { insertPassword } from './getting-in.queries.ts';
import { hire, type Person } from './people.ts';
import type { TestProgram } from './test-program.ts';

export const password = 'lemon tree by the lake';
export const origin = 'https://hejie.example.gov.cn';

/** The mode in which second factors are asked for. */
export function production(): {
  mode: 'production';
  origin: string;
  gettingIn: { idleMinutes: number; citySignIn: null };
} {
  return { mode: 'production', origin, gettingIn: { idleMinutes: 60, citySignIn: null } };
}

/** Somebody with a posting and a password. */
export async function hireWithPassword(
  program: TestProgram,
  unit: string,
  role: Role,
  username: string,
): Promise<Person> {
  const person = await hire(program, unit, role, username);
  await insertPassword(program.admin.db, person.actor.userId, program.services.newId());
  const { refusal } = await setPassword(program.services, person.actor.userId, password);
  if (refusal) throw new Error(refusal.code);
  return person;
}

export async function signInAs(program: TestProgram, username: string): Promise<Browser> {
  const browser = openBrowser(program);
  const { status, body } = await browser.post('/api/auth/sign-in/username', { username, password });
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return browser;
}

/** The code that the app on somebody's phone shows at that moment of the program's clock. */
export function codeAt({ services }: TestProgram, secret: string, secondsLater = 0): string {
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  return app.generate({ timestamp: services.clock.now().epochMilliseconds + secondsLater * 1000 });
}

/** Lets the program's clock go on: sessions have the machine's own. */
export function pass({ services }: TestProgram, seconds: number): void {
  services.clock.set(services.clock.now().add({ seconds }));
}

/** Sets an authenticator app up, as its page does. */
export async function setUpTotp(
  program: TestProgram,
  browser: Browser,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await browser.post('me/second-factor/totp');
  if (begun.status !== 200) throw new Error(`${begun.status} ${JSON.stringify(begun.body)}`);
  const { secret, recoveryCodes } = begun.body;
  const done = await browser.post('me/second-factor/totp/actions/confirm', { code: codeAt(program, secret) });
  if (done.status !== 200) throw new Error(`${done.status} ${JSON.stringify(done.body)}`);
  pass(program, 30);
  return { secret, recoveryCodes };
}

/** A name that no other test uses. */
let people = 0;
export function newName(): string {
  people += 1;
  return `person-${people}.`;
}
