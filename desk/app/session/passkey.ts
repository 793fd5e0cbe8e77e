import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { MyAccess, SignInAnswer } from '#contract/access/getting-in.ts';
import { asProblem, deskProblem } from '../api/problem.ts';
import { request } from '../api/request.ts';

/** Also false over plain HTTP from another machine, where browsers offer none. */
export const canUsePasskeys = typeof PublicKeyCredential === 'function';

/** What speaks to the key; nobody waits for it who does not use one. */
const speaker = () => import('@simplewebauthn/browser');

/** Signs in, or proves once more who is signed in: the server knows by whether there is a session. */
export async function answerWithPasskey(): Promise<SignInAnswer> {
  const optionsJSON = await request<PublicKeyCredentialRequestOptionsJSON>('/api/auth/passkey/options', {
    method: 'POST',
    body: {},
  });
  const response = await inBrowser(async () => (await speaker()).startAuthentication({ optionsJSON }));
  return request<SignInAnswer>('/api/auth/passkey/verify', { method: 'POST', body: { response } });
}

export async function addPasskey(label: string): Promise<MyAccess> {
  const optionsJSON = await request<PublicKeyCredentialCreationOptionsJSON>('/api/v1/me/passkeys/options', {
    method: 'POST',
    body: {},
  });
  const response = await inBrowser(async () => (await speaker()).startRegistration({ optionsJSON }));
  return request<MyAccess>('/api/v1/me/passkeys', { method: 'POST', body: { label, response } });
}

/** The browser does not say whether somebody cancelled, waited too long or has no such key: it says the same for all. */
async function inBrowser<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (asProblem(error)) throw error;
    const isThere = error instanceof Error && error.name === 'InvalidStateError';
    throw deskProblem(isThere ? 'passkey-there' : 'passkey-given-up');
  }
}
