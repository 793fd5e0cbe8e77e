import './openings.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isPermitted } from '#domain/access/permissions.ts';
import { useWords } from '../../app/language/words.tsx';
import { useSession } from '../../app/session/session.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { SkeletonRows } from '../../design-system/states/skeleton-rows.tsx';
import { OutsideFacts } from './outside-facts.tsx';
import { outsideQuery } from './outside-query.ts';
import { PurposeDrawer } from './purpose-drawer.tsx';

/** In the place of a file that does not open: the way to open it with a purpose, where there is one; else what stood there. */
export function OfferOpening({ id, otherwise }: { id: string; otherwise: ReactNode }) {
  const { acting } = useSession();
  const may = acting !== null && isPermitted('open-outside-own-work', acting);
  return may ? <Offer id={id} otherwise={otherwise} /> : otherwise;
}

function Offer({ id, otherwise }: { id: string; otherwise: ReactNode }) {
  const { say } = useWords();
  const query = useQuery(outsideQuery(id));
  const [isAsking, setAsking] = useState(false);
  if (query.isPending) return <SkeletonRows count={4} />;
  if (query.isError) return otherwise;
  return (
    <section className="outside-offer">
      <h1>{say('outside.title')}</h1>
      <OutsideFacts matter={query.data.matter} />
      <p className="running">{say('outside.offer')}</p>
      <div>
        <Button type="primary" onClick={() => setAsking(true)}>
          {say('outside.open')}
        </Button>
      </div>
      <PurposeDrawer
        matterId={isAsking ? id : undefined}
        onDone={() => setAsking(false)}
        close={() => setAsking(false)}
      />
    </section>
  );
}
