import './receipt.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Receipt } from '#contract/matters/register-matter.ts';
import { request } from '../../../app/api/request.ts';
import { useKeys } from '../../../app/keys/use-keys.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { Segmented } from '../../../design-system/forms/segmented.tsx';
import { KeyHint } from '../../../design-system/marks/key-hint.tsx';
import { PageFrame } from '../../../design-system/page-frame.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { receiptKey } from './fresh-receipt.ts';
import { type PaperFormat, ReceiptPaper } from './receipt-paper.tsx';
import { WaitingPapers } from './waiting-papers.tsx';

/** The receipt, ready to print; Enter prints, N registers the next visitor. */
export function ReceiptView({ matterId }: { matterId: string }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const [format, setFormat] = useState<PaperFormat>('slip');
  // A receipt that was just made is shown as it came; printing it again is a request of its own, and is logged.
  const query = useQuery({
    queryKey: receiptKey(matterId),
    queryFn: ({ signal }) => request<Receipt>(`/api/v1/matters/${matterId}/receipt`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const next = () => void navigate('/counter');
  useKeys({ n: next });
  return (
    <PageFrame title={say('receipt.page')}>
      {query.isPending && <SkeletonRows />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <>
          <div className="form-acts not-printed">
            <Button type="primary" size="large" autoFocus onClick={() => print()}>
              {say('receipt.print')} <KeyHint keys="Enter" />
            </Button>
            <Segmented
              value={format}
              onChange={setFormat}
              options={(['slip', 'a4'] as const).map((one) => ({ value: one, label: say(`receipt.${one}`) }))}
              aria-label={say('receipt.format')}
            />
            <Button onClick={next}>
              {say('receipt.another')} <KeyHint keys="N" />
            </Button>
            <Link to={`/matters/${matterId}`}>{say('receipt.open')}</Link>
          </div>
          <WaitingPapers matterId={matterId} />
          <ReceiptPaper receipt={query.data} format={format} />
        </>
      )}
    </PageFrame>
  );
}
