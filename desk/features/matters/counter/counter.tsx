import './counter.css';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RegisterMatterAnswer } from '#contract/matters/register-matter.ts';
import { fieldReason } from '../../../app/api/problem.ts';
import { useSubmission } from '../../../app/api/submission.ts';
import { useCity } from '../../../app/city/city.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useSession } from '../../../app/session/session.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { KeyHint } from '../../../design-system/marks/key-hint.tsx';
import { usePageTitle } from '../../../design-system/page-frame.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../design-system/states/skeleton-rows.tsx';
import { keepFreshReceipt } from '../receipt/fresh-receipt.ts';
import { type ChosenPaper, ChosenPapers } from './chosen-papers.tsx';
import { DraftNote } from './draft-note.tsx';
import { enterGoesOn } from './enter-goes-on.ts';
import type { FormPart } from './form-part.ts';
import { HappenedFields } from './happened-fields.tsx';
import { blankIntake, type IntakeDraft, registrationOf } from './intake-draft.ts';
import { intakeFaults } from './intake-faults.ts';
import { NeedsFields } from './needs-fields.tsx';
import { NoticedPanel } from './noticed-panel.tsx';
import { PartiesFields } from './parties-fields.tsx';
import { RequestField } from './request-field.tsx';
import { useServerDraft } from './use-server-draft.ts';

/** One screen for one visitor: the form in the order a person tells it, and beside it what was noticed. */
export function Counter() {
  const { say, shared } = useWords();
  usePageTitle(say('counter.title'));
  const { acting } = useSession();
  const city = useCity();
  const navigate = useNavigate();
  const blank = useCallback(() => blankIntake(acting?.regionCode ?? ''), [acting?.regionCode]);
  const { draft, state, change, discard, unread, readAgain } = useServerDraft(blank);
  const [papers, setPapers] = useState<ChosenPaper[]>([]);
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submission = useSubmission<RegisterMatterAnswer>((answer) => {
    keepFreshReceipt(answer, papers);
    void discard();
    void navigate(`/receipts/${answer.matter.id}`);
  });
  const known = useMemo(() => {
    const kinds = new Set(city?.kinds.map(({ code }) => code));
    const regions = new Set(city?.regions.map(({ code }) => code));
    return { isKind: (code: string) => kinds.has(code), isRegion: (code: string) => regions.has(code) };
  }, [city]);
  if (unread && !draft) return <ErrorState error={unread} retry={() => void readAgain()} />;
  if (!draft || !city) return <SkeletonRows count={8} />;

  const faults = isTried ? intakeFaults(draft, known) : [];
  const set = (changed: Partial<IntakeDraft>) => change({ ...draft, ...changed });
  const fault = (field: string) => {
    const found = faults.find((one) => one.field === field);
    if (!found) return fieldReason(submission.error, field);
    return shared.reasons[found.reason];
  };
  const save = () => {
    setTried(true);
    if (submission.isPending) return;
    if (intakeFaults(draft, known).length > 0) {
      // Once the faults are marked, the first of them has the cursor.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    submission.mutate({ path: '/api/v1/matters', body: registrationOf(draft) });
  };
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  const part: FormPart = { draft, set, fault };
  return (
    <div className="counter">
      <form
        ref={form}
        className="counter-form"
        onSubmit={(event) => event.preventDefault()}
        onKeyDownCapture={enterGoesOn}
        onKeyDown={onKey}
        aria-label={say('counter.title')}
        noValidate
      >
        <header className="counter-head">
          <h1>{say('counter.title')}</h1>
          <DraftNote state={state} discard={discard} />
        </header>
        <HappenedFields {...part} />
        <PartiesFields {...part} />
        <RequestField {...part} />
        <ChosenPapers papers={papers} setPapers={setPapers} />
        <NeedsFields {...part} isTried={isTried} />
        <footer className="counter-foot">
          {faults.length > 0 && (
            <p className="field-fault" role="alert">
              {say('counter.faults', { count: faults.length })}
            </p>
          )}
          {submission.error && <ErrorState error={submission.error} kept={say('counter.kept')} />}
          <Button type="primary" size="large" onClick={save} loading={submission.isPending}>
            {say('counter.save')} <KeyHint keys="Ctrl Enter" />
          </Button>
        </footer>
      </form>
      <NoticedPanel {...part} />
    </div>
  );
}
