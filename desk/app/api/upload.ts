import type { Problem } from '#contract/errors/problem.ts';
import { withProof } from '../session/proof.ts';
import { ApiProblem } from './problem.ts';
import { noAnswer, requestHeaders } from './request.ts';

/** Sends a form with files; `onProgress` hears the share that has left this computer, which fetch cannot tell. */
export function upload<Answer>(
  path: string,
  form: FormData,
  idempotencyKey: string,
  onProgress: (share: number) => void,
): Promise<Answer> {
  return withProof(() => uploadOnce<Answer>(path, form, idempotencyKey, onProgress));
}

function uploadOnce<Answer>(
  path: string,
  form: FormData,
  idempotencyKey: string,
  onProgress: (share: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', path);
    for (const [name, value] of requestHeaders(idempotencyKey)) sending.setRequestHeader(name, value);
    sending.responseType = 'json';
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    sending.onerror = () => reject(new ApiProblem(noAnswer()));
    sending.onload = () => {
      if (sending.status < 400) resolve(sending.response as Answer);
      else reject(new ApiProblem(asProblemBody(sending.response, sending.status)));
    };
    sending.send(form);
  });
}

function asProblemBody(body: unknown, status: number): Problem {
  if (body && typeof body === 'object' && 'code' in body) return body as Problem;
  return { type: 'about:blank', title: '', status, code: 'unreadable-answer', detail: '' };
}
