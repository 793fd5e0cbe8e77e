import type { Services } from '#server/app/services.ts';

/** Takes a file away; one that is not there any more is as good. */
export async function discard({ files }: Pick<Services, 'files'>, address: string): Promise<void> {
  await files.remove(address).catch((failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'ENOENT') throw failure;
  });
}
