import '../receipt/receipt.css';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { SecretSlip } from '#contract/matters/secret-slip.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { groupCode } from '../../../design-system/marks/group-code.ts';
import { KeyHint } from '../../../design-system/marks/key-hint.tsx';
import { QrCode } from '../../../design-system/marks/qr-code.tsx';
import { PageFrame } from '../../../design-system/page-frame.tsx';
import { EmptyState } from '../../../design-system/states/empty-state.tsx';
import { forgetSlip, freshSlip } from './fresh-slip.ts';

/** One party's code and secret, ready to print; gone once somebody leaves the page. */
export function SecretSlipView({ matterId }: { matterId: string }) {
  const { say } = useWords();
  const [slip] = useState(() => freshSlip(matterId));
  useEffect(() => forgetSlip, []);
  const back = <Link to={`/matters/${matterId}`}>{say('slip.open')}</Link>;
  if (!slip) {
    return (
      <PageFrame title={say('slip.title')}>
        <EmptyState>{say('slip.gone')}</EmptyState>
        {back}
      </PageFrame>
    );
  }
  return (
    <PageFrame title={say('slip.page')} lead={say('slip.lead')}>
      <div className="form-acts not-printed">
        <Button type="primary" size="large" autoFocus onClick={() => print()}>
          {say('slip.print')} <KeyHint keys="Enter" />
        </Button>
        {back}
      </div>
      <SlipPaper slip={slip} />
    </PageFrame>
  );
}

function SlipPaper({ slip }: { slip: SecretSlip }) {
  const { say, shared } = useWords();
  const { texts } = slip;
  return (
    <article className="receipt receipt-slip" aria-label={say('slip.title')}>
      <header>
        <p>{slip.centre}</p>
        <h2>{say('slip.title')}</h2>
      </header>
      <div className="receipt-code">
        <QrCode content={slip.qr} label={say('receipt.qr')} />
        <div>
          <p className="receipt-label">{texts['code-label']}</p>
          <p className="receipt-big">{groupCode(slip.code)}</p>
        </div>
      </div>
      <section>
        <p className="receipt-label">
          {texts['secret-label']} · {shared.seats[slip.seat]} {slip.name}
        </p>
        <p className="receipt-big receipt-secret">{slip.secret}</p>
      </section>
      <p className="receipt-small">{texts['keep-secret']}</p>
      <section className="receipt-lines">
        {slip.followAt && (
          <>
            <p className="receipt-strong">{say('slip.followAt')}</p>
            <p>{slip.followAt}</p>
          </>
        )}
        <p className="receipt-strong">{texts['where-to-ask-label']}</p>
        <p>{texts['where-to-ask']}</p>
      </section>
    </article>
  );
}
