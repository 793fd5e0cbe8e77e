import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import '../page/joint-work.css';
import './forms/roadmap-forms.css';
import { AnswerForm } from './forms/answer-form.tsx';
import { AnswerTaskForm } from './forms/answer-task-form.tsx';
import { AskAssistanceForm } from './forms/ask-assistance-form.tsx';
import { AskClockChangeForm } from './forms/ask-clock-change-form.tsx';
import { AssignForm } from './forms/assign-form.tsx';
import { CallBackForm } from './forms/call-back-form.tsx';
import { ChooseProcedureForm } from './forms/choose-procedure-form.tsx';
import { CorrectForm } from './forms/correct-form.tsx';
import { DecideClockChangeForm } from './forms/decide-clock-change-form.tsx';
import { DeclineForm } from './forms/decline-form.tsx';
import { DestinationForm } from './forms/destination-form.tsx';
import { EndPauseForm } from './forms/end-pause-form.tsx';
import { EndProcedureForm } from './forms/end-procedure-form.tsx';
import { LinkForm, UnlinkForm } from './forms/link-form.tsx';
import { MergeForm } from './forms/merge-form.tsx';
import { NoteForm } from './forms/note-form.tsx';
import { NoteProcedureForm } from './forms/note-procedure-form.tsx';
import { OutcomeForm } from './forms/outcome-form.tsx';
import { ReIssueSecretForm } from './forms/re-issue-secret-form.tsx';
import { ReasonForm } from './forms/reason-form.tsx';
import { ReviewClosingForm } from './forms/review-closing-form.tsx';
import { ReviewSafetyForm } from './forms/review-safety-form.tsx';
import { SealForm } from './forms/seal-form.tsx';
import { SplitForm } from './forms/split-form.tsx';
import { StartProcedureForm } from './forms/start-procedure-form.tsx';
import { SuspendForm } from './forms/suspend-form.tsx';
import { WaiveTaskForm } from './forms/waive-task-form.tsx';
import { WriteToPartiesForm } from './forms/write-to-parties-form.tsx';

type Props = { matter: MatterView; action: Action; close: () => void };

/** The form built for each action. Logging and papers have their places on the page itself. */
export default function ActionForms({ action, ...rest }: Props) {
  switch (action) {
    case 'accept':
    case 'accept-hand-over':
    case 'ask-upper-call-back':
    case 'close':
    case 'close-not-reached':
    case 'resume':
      return <NoteForm action={action} {...rest} />;
    case 'withdraw':
    case 'return-hand-over':
    case 'reopen':
    case 'decline-reopening':
    case 'return-task':
    case 'escalate':
    case 'unseal':
      return <ReasonForm action={action} {...rest} />;
    case 'route':
    case 'decide':
    case 'transfer':
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
    case 'ask-assistance':
      return <AskAssistanceForm {...rest} />;
    case 'answer-task':
      return <AnswerTaskForm {...rest} />;
    case 'waive-task':
      return <WaiveTaskForm {...rest} />;
    case 'merge':
      return <MergeForm {...rest} />;
    case 'split':
      return <SplitForm {...rest} />;
    case 'write-to-parties':
      return <WriteToPartiesForm {...rest} />;
    case 're-issue-secret':
      return <ReIssueSecretForm {...rest} />;
    case 'suspend':
      return <SuspendForm {...rest} />;
    case 'correct':
      return <CorrectForm {...rest} />;
    case 'link':
      return <LinkForm {...rest} />;
    case 'unlink':
      return <UnlinkForm {...rest} />;
    case 'seal':
      return <SealForm {...rest} />;
    case 'choose-procedure':
      return <ChooseProcedureForm {...rest} />;
    case 'start-procedure':
      return <StartProcedureForm {...rest} />;
    case 'note-procedure':
      return <NoteProcedureForm {...rest} />;
    case 'end-procedure':
      return <EndProcedureForm {...rest} />;
    case 'ask-clock-change':
      return <AskClockChangeForm {...rest} />;
    case 'decide-clock-change':
      return <DecideClockChangeForm {...rest} />;
    case 'end-pause':
      return <EndPauseForm {...rest} />;
    case 'log-step':
    case 'add-paper':
      return null;
  }
}
