import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { ErrorState } from '../../../../design-system/states/error-state.tsx';
import { SkeletonRows } from '../../../../design-system/states/skeleton-rows.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { useAction } from '../use-action.ts';
import { colleaguesQuery } from './places-query.ts';

const blank = { handlerUserId: '' };

/** Who of this office handles it. */
export function AssignForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'assign', blank, close });
  const colleagues = useQuery(colleaguesQuery(matter.id));
  const handlerUserId = doing.values.handlerUserId;
  const chosen = colleagues.data?.people.find(({ userId }) => userId === handlerUserId);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.assign')}
      submitWord={shared.actions.assign}
      typed={[{ name: say('act.handler'), value: chosen?.name ?? '' }]}
      onSubmit={() => doing.send(handlerUserId ? { handlerUserId } : undefined)}
    >
      {colleagues.isPending && <SkeletonRows count={3} />}
      {colleagues.isError && <ErrorState error={colleagues.error} retry={() => void colleagues.refetch()} />}
      {colleagues.data && (
        <FieldGroup
          legend={say('act.handler')}
          fault={
            doing.fault('handlerUserId') ??
            (doing.isTried && !handlerUserId ? shared.reasons.required : undefined)
          }
        >
          <Radios
            className="choices"
            value={handlerUserId}
            onChange={(chosen) => doing.set({ handlerUserId: chosen })}
            options={colleagues.data.people.map((person) => ({
              value: person.userId,
              label: [person.name, person.roleLabel, person.isAbsent ? say('act.absent') : '']
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </FieldGroup>
      )}
    </ActionForm>
  );
}
