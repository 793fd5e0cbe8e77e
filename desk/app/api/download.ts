import type { Problem } from '#contract/errors/problem.ts';
import { withProof } from '../session/proof.ts';
import { ApiProblem } from './problem.ts';
import { requestHeaders } from './request.ts';

/** Saves a file under its name. Not a plain link, which would not say under which posting it is asked for. */
export async function download(path: string, name: string): Promise<void> {
  const address = URL.createObjectURL(await withProof(() => fetchFile(path)));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

async function fetchFile(path: string): Promise<Blob> {
  const response = await fetch(path, { headers: requestHeaders(), credentials: 'same-origin' });
  if (!response.ok) throw new ApiProblem((await response.json()) as Problem);
  return response.blob();
}
