import { useWords } from '../../../../app/language/words.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';

const blank = { text: '' };

/** What this office found or did, under what it was asked. */
export function AnswerTaskForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'answer-task', blank, close });
  const text = doing.values.text.trim();
  const task = matter.tasks.find(({ isOpen, isOurs }) => isOpen && isOurs);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.answer-task')}
      submitWord={shared.actions['answer-task']}
      typed={[{ name: say('joint.answer'), value: text }]}
      onSubmit={() => doing.send(text ? { text } : undefined)}
    >
      {task && (
        <blockquote className="task-asked">
          <p className="faint">{say('joint.askedBy', { unit: task.askedBy.name })}</p>
          <p className="running">{task.asked}</p>
        </blockquote>
      )}
      <TextField
        label={say('joint.answer')}
        hint={say('joint.answerHint')}
        value={doing.values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={doing.fault('text')}
        mustHave
        isTried={doing.isTried}
        isFirst
        rows={5}
      />
    </ActionForm>
  );
}
