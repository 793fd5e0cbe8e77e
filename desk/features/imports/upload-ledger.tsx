import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ImportView } from '#contract/imports/imports.ts';
import { newKey } from '../../app/api/submission.ts';
import { upload } from '../../app/api/upload.ts';
import { useWords } from '../../app/language/words.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { Progress } from '../../design-system/states/progress.tsx';

type Sent = { readonly file: File; readonly key: string };

/** One file; once it is there, its columns are matched. */
export function UploadLedger() {
  const { say } = useWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<Sent>();
  const [share, setShare] = useState<number>();
  const [error, setError] = useState<unknown>();
  const send = async (order: Sent) => {
    setSent(order);
    setError(undefined);
    setShare(0);
    const form = new FormData();
    form.append('files', order.file);
    try {
      const one = await upload<ImportView>('/api/v1/imports', form, order.key, setShare);
      await queryClient.invalidateQueries({ queryKey: ['imports'] });
      void navigate(`/imports/${one.id}`);
    } catch (fault) {
      setError(fault);
    }
    setShare(undefined);
  };
  const percent = Math.round((share ?? 0) * 100);
  return (
    <section className="card import-upload">
      <p className="faint">{say('imports.chooseHint')}</p>
      <div>
        <Button type="primary" onClick={() => picker.current?.click()} disabled={share !== undefined}>
          {say('imports.choose')}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        accept=".xlsx,.csv"
        hidden
        aria-label={say('imports.choose')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) void send({ file, key: newKey() });
          // The same file may be chosen again once it has been mended.
          target.value = '';
        }}
      />
      {share !== undefined && (
        <div role="status" className="import-progress">
          <Progress percent={percent} aria-label={say('imports.sending', { percent })} />
          <span className="faint">{say('imports.sending', { percent })}</span>
        </div>
      )}
      {error !== undefined && <ErrorState error={error} {...(sent && { retry: () => void send(sent) })} />}
    </section>
  );
}
