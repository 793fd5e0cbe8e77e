import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { AnswerForm } from './forms/answer-form.tsx';
import { AssignForm } from './forms/assign-form.tsx';
import { CallBackForm } from './forms/call-back-form.tsx';
import { DeclineForm } from './forms/decline-form.tsx';
import { DestinationForm } from './forms/destination-form.tsx';
import { NoteForm } from './forms/note-form.tsx';
import { OutcomeForm } from './forms/outcome-form.tsx';
import { ReasonForm } from './forms/reason-form.tsx';
import { ReviewClosingForm } from './forms/review-closing-form.tsx';
import { ReviewSafetyForm } from './forms/review-safety-form.tsx';

type Props = { matter: MatterView; action: Action; close: () => void };

/** The form built for each action. Logging and papers have their places on the page itself. */
export default function ActionForms({ action, ...rest }: Props) {
  switch (action) {
    case 'accept':
    case 'accept-hand-over':
    case 'ask-upper-call-back':
    case 'close':
    case 'close-not-reached':
      return <NoteForm action={action} {...rest} />;
    case 'withdraw':
    case 'return-hand-over':
    case 'reopen':
      return <ReasonForm action={action} {...rest} />;
    case 'route':
    case 'decide':
      return <DestinationForm action={action} {...rest} />;
    case 'decline':
      return <DeclineForm {...rest} />;
    case 'assign':
      return <AssignForm {...rest} />;
    case 'record-outcome':
      return <OutcomeForm {...rest} />;
    case 'answer':
      return <AnswerForm {...rest} />;
    case 'call-back':
      return <CallBackForm {...rest} />;
    case 'review-closing':
      return <ReviewClosingForm {...rest} />;
    case 'review-safety':
      return <ReviewSafetyForm {...rest} />;
    case 'log-step':
    case 'add-paper':
      return null;
  }
}
