import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MatterPresent, MatterView } from '#contract/matters/matter.ts';
import { request } from '../../../app/api/request.ts';
import { newKey } from '../../../app/api/submission.ts';
import { upload } from '../../../app/api/upload.ts';
import { useWords } from '../../../app/language/words.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { takeWaitingPapers, type WaitingPaper } from './fresh-receipt.ts';

/** Sends the papers that were chosen at the counter, kind by kind, and says how far it is. */
export function WaitingPapers({ matterId }: { matterId: string }) {
  const { say } = useWords();
  const queryClient = useQueryClient();
  const left = useRef<WaitingPaper[]>(undefined);
  const [progress, setProgress] = useState<number>();
  const [error, setError] = useState<unknown>();
  const [sent, setSent] = useState(0);

  const sendAll = async () => {
    setError(undefined);
    try {
      while (left.current && left.current.length > 0) {
        const kind = left.current[0]?.kind ?? 'other';
        const batch = left.current.filter((paper) => paper.kind === kind);
        const { version } = await request<MatterView>(`/api/v1/matters/${matterId}`);
        const form = new FormData();
        form.append('version', String(version));
        form.append('kind', kind);
        for (const { file } of batch) form.append('files', file);
        await upload<MatterPresent>(
          `/api/v1/matters/${matterId}/actions/add-paper`,
          form,
          newKey(),
          setProgress,
        );
        left.current = left.current.filter((paper) => paper.kind !== kind);
        setSent((count) => count + batch.length);
      }
      await queryClient.invalidateQueries({ queryKey: ['matters'] });
    } catch (fault) {
      setError(fault);
    }
    setProgress(undefined);
  };

  useEffect(() => {
    if (left.current) return;
    left.current = takeWaitingPapers(matterId);
    if (left.current.length > 0) void sendAll();
  });

  if (error) {
    return <ErrorState error={error} kept={say('receipt.papersLeft')} retry={() => void sendAll()} />;
  }
  if (progress !== undefined) {
    return (
      <p className="not-printed">
        <label>
          {say('papers.sending')} <progress max={1} value={progress} />
        </label>
      </p>
    );
  }
  return sent > 0 ? (
    <p className="soft not-printed" role="status">
      {say('receipt.papersSent', { count: sent })}
    </p>
  ) : null;
}
