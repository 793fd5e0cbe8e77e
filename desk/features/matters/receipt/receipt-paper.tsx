import type { Receipt } from '#contract/matters/register-matter.ts';
import { useWords } from '../../../app/language/words.tsx';
import { groupCode } from '../../../design-system/marks/group-code.ts';
import { QrCode } from '../../../design-system/marks/qr-code.tsx';
import { cityDay, exactDay } from '../../../design-system/time/day-words.ts';

export type PaperFormat = 'slip' | 'a4';

/** What the visitor takes home, in the city's own words: the code, what comes next and by when, and their secret. */
export function ReceiptPaper({ receipt, format }: { receipt: Receipt; format: PaperFormat }) {
  const { language, say, shared } = useWords();
  const { texts } = receipt;
  return (
    <article className={`receipt receipt-${format}`} aria-label={texts.title}>
      <header>
        <p>{receipt.centre}</p>
        <h2>{texts.title}</h2>
      </header>
      <div className="receipt-code">
        <QrCode content={receipt.qr} label={say('receipt.qr')} />
        <div>
          <p className="receipt-label">{texts['code-label']}</p>
          <p className="receipt-big">{groupCode(receipt.code)}</p>
          <p className="receipt-label">{texts['registered-on-label']}</p>
          <p>{exactDay(cityDay(new Date(receipt.registeredAt)), language)}</p>
        </div>
      </div>
      {receipt.secrets.map((secret) => (
        <section key={secret.partyId}>
          <p className="receipt-label">
            {texts['secret-label']} · {shared.seats[secret.seat]} {secret.name}
          </p>
          <p className="receipt-big receipt-secret">{secret.secret}</p>
        </section>
      ))}
      <p className="receipt-small">{texts['keep-secret']}</p>
      <section className="receipt-next">
        <p className="receipt-strong">{texts['what-next']}</p>
        <ol>
          {(['next-accept', 'next-route', 'next-answer'] as const).map(
            (key) => texts[key] && <li key={key}>{texts[key]}</li>,
          )}
        </ol>
      </section>
      <section className="receipt-lines">
        <p className="receipt-strong">{texts['where-to-ask-label']}</p>
        <p>{texts['where-to-ask']}</p>
        <p>{texts['free-of-charge']}</p>
      </section>
      {format === 'a4' && (
        <footer className="receipt-signatures">
          <p>{say('receipt.applicantSigns')}</p>
          <p>{say('receipt.clerkSigns')}</p>
          <p>{say('receipt.signedOn')}</p>
        </footer>
      )}
    </article>
  );
}
