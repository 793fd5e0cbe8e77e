import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MatterPresent, MatterView } from '#contract/matters/matter.ts';
import type { PaperKind, Seat } from '#domain/matters/vocabulary.ts';
import { newKey } from '../../../app/api/submission.ts';
import { upload } from '../../../app/api/upload.ts';
import { useKeepPresent } from './matter-query.ts';

type Sent = { files: File[]; kind: PaperKind; forSeats: readonly Seat[]; key: string };

/** Sends chosen files to the matter's file; `share` is how much of them has gone, while they go. */
export function useAddPapers(matter: MatterView) {
  const queryClient = useQueryClient();
  const keepPresent = useKeepPresent();
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const last = useRef<Sent>(undefined);

  const put = async (sent: Sent) => {
    last.current = sent;
    setError(undefined);
    setShare(0);
    const form = new FormData();
    form.append('version', String(matter.version));
    form.append('kind', sent.kind);
    if (sent.forSeats.length > 0) form.append('forSeats', sent.forSeats.join(','));
    for (const file of sent.files) form.append('files', file);
    try {
      const path = `/api/v1/matters/${matter.id}/actions/add-paper`;
      keepPresent(await upload<MatterPresent>(path, form, sent.key, setShare));
    } catch (fault) {
      setError(fault);
    }
    setShare(undefined);
    await queryClient.invalidateQueries({ queryKey: ['matters'] });
  };

  return {
    share,
    error,
    send: (files: File[], kind: PaperKind, forSeats: readonly Seat[]) => {
      if (files.length > 0) void put({ files, kind, forSeats, key: newKey() });
    },
    again: () => {
      if (last.current) void put({ ...last.current, key: newKey() });
    },
  };
}
