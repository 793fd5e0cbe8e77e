import { createHmac, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieValue } from '#server/app/request.ts';
import type { Services } from '#server/app/services.ts';
import { inTransaction } from '#server/database/transaction.ts';
import type { FormValues } from '../form.ts';
import { deleteDraft, readDraft, uploadsOf, writeDraft } from './draft.queries.ts';

/**
 * What somebody is telling is kept here between the pages: so the back button, a reload and a change of language lose
 * nothing, also without script. The browser holds a random key in a cookie; the row stands under a hash of it and is
 * sealed with a key made from it and one of ours. Without the browser nobody can read it, without us neither.
 */
export type Draft = {
  readonly answers: FormValues;
  /** The questions that were answered, whether rightly or not. */
  readonly seen: readonly string[];
  /** The id that the person will have as a party, and the key under which the matter is registered once. */
  readonly partyId: string;
  readonly formKey: string;
  readonly files: readonly DraftFile[];
  /** Set by the waiting step: not to be sent before. */
  readonly sendFromMs?: number;
  readonly done?: Done;
};

export type DraftFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
};

/** What the last page shows, for as long as the draft lives on. */
export type Done = {
  readonly code: string;
  readonly plainCode: string;
  readonly secret: string;
  readonly centreRegion: string;
  readonly registeredAt: string;
  readonly nextBy: string;
  readonly told: { readonly by: 'sms' | 'mail'; readonly to: string } | null;
  readonly isSecretSent: boolean;
};

export const keptInHours = 3;
const cookieName = 'hejie_bring';
const tokenForm = /^[\w-]{43}$/;

/** A draft in the hands of the browser that has its key. */
export type OpenDraft = { readonly token: string; readonly id: Buffer; readonly draft: Draft };

export function draftId({ keys }: Pick<Services, 'keys'>, token: string): Buffer {
  return createHmac('sha256', keys.purposeKey('portal-draft/id')).update(token).digest();
}

export function draftKey({ keys }: Pick<Services, 'keys'>, token: string): Buffer {
  return createHmac('sha256', keys.purposeKey('portal-draft/key')).update(token).digest();
}

const boundTo = (id: Buffer): string => `portal-draft/${id.toString('base64url')}`;

const asProgram = ({ pack }: Pick<Services, 'pack'>) =>
  ({ cityCode: pack.city.code, role: 'program' }) as const;

export async function openDraft(services: Services, request: FastifyRequest): Promise<OpenDraft | null> {
  const token = cookieValue(request.headers, cookieName) ?? '';
  if (!tokenForm.test(token)) return null;
  const id = draftId(services, token);
  const now = services.clock.now().toString();
  const sealed = await inTransaction(services, asProgram(services), (trx) =>
    readDraft(trx, services.pack.city.code, id, now),
  );
  if (sealed === undefined) return null;
  const opened = services.keys.open(draftKey(services, token), sealed, boundTo(id));
  return { token, id, draft: JSON.parse(opened.toString('utf8')) as Draft };
}

/** An empty draft, whose key the browser is given with this answer. */
export function newDraft(services: Services, reply: FastifyReply): OpenDraft {
  const token = randomBytes(32).toString('base64url');
  setCookie(services, reply, token);
  const formKey = randomBytes(18).toString('base64url');
  return {
    token,
    id: draftId(services, token),
    draft: { answers: {}, seen: [], files: [], partyId: services.newId(), formKey },
  };
}

export async function saveDraft(services: Services, { token, id, draft }: OpenDraft): Promise<void> {
  const sealed = services.keys.seal(draftKey(services, token), JSON.stringify(draft), boundTo(id));
  const expiresAt = services.clock.now().add({ hours: keptInHours }).toString();
  await inTransaction(services, asProgram(services), (trx) =>
    writeDraft(trx, services.pack.city.code, { id, sealed, expiresAt }),
  );
}

/** Takes everything away, files first: a row without its file does less harm than a file of which nobody knows. */
export async function removeDraft(services: Services, reply: FastifyReply, { id }: OpenDraft): Promise<void> {
  setCookie(services, reply, '');
  await inTransaction(services, asProgram(services), async (trx) => {
    const cityCode = services.pack.city.code;
    for (const { address } of await uploadsOf(trx, cityCode, id)) await removeFile(services, address);
    await deleteDraft(trx, cityCode, id);
  });
}

export async function removeFile({ files }: Pick<Services, 'files'>, address: string): Promise<void> {
  await files.remove(address).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'ENOENT') throw failure;
  });
}

function setCookie({ config }: Pick<Services, 'config'>, reply: FastifyReply, value: string): void {
  const isSecure = config.origin?.startsWith('https:') === true;
  // Without an age it ends with the browser, which matters where many share one.
  const age = value === '' ? '; Max-Age=0' : '';
  reply.header(
    'set-cookie',
    `${cookieName}=${value}; Path=/p/bring${age}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`,
  );
}
