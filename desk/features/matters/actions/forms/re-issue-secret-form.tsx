import { useNavigate } from 'react-router';
import type { ReIssueSecretAnswer } from '#contract/matters/secret-slip.ts';
import { type IdentityCheck, identityChecks } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { keepFreshSlip } from '../../secret/fresh-slip.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { useAction } from '../use-action.ts';

type Values = { partyId: string; checkedBy: IdentityCheck | '' };
const blank: Values = { partyId: '', checkedBy: '' };

/** A party who is here and showed who they are gets a secret; its slip opens, ready to print. */
export function ReIssueSecretForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const navigate = useNavigate();
  const doing = useAction({
    matter,
    action: 're-issue-secret',
    blank,
    close,
    presentOf: (answer) => {
      const { matter: present, slip } = answer as ReIssueSecretAnswer;
      keepFreshSlip(matter.id, slip);
      void navigate(`/secret-slips/${matter.id}`);
      return present;
    },
  });
  const { partyId, checkedBy } = doing.values;
  const parties = matter.parties.filter(({ kind }) => kind !== 'anonymous');
  const missing = (value: string) => (doing.isTried && !value ? shared.reasons.required : undefined);
  const party = parties.find(({ id }) => id === partyId);
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.re-issue-secret')}
      submitWord={shared.actions['re-issue-secret']}
      typed={[
        { name: say('act.party'), value: party?.name ?? '' },
        { name: say('act.checkedBy'), value: checkedBy ? shared.identityChecks[checkedBy] : '' },
      ]}
      onSubmit={() => doing.send(partyId && checkedBy ? { partyId, checkedBy } : undefined)}
    >
      <FieldGroup
        legend={say('act.party')}
        hint={parties.length < matter.parties.length ? say('act.partyAnonymous') : undefined}
        fault={doing.fault('partyId') ?? missing(partyId)}
      >
        <Radios
          className="radio-column"
          value={partyId}
          onChange={(chosen) => doing.set({ partyId: chosen })}
          options={parties.map(({ id, name, seatLabel }) => ({ value: id, label: `${name} · ${seatLabel}` }))}
        />
      </FieldGroup>
      <FieldGroup legend={say('act.checkedBy')} fault={doing.fault('checkedBy') ?? missing(checkedBy)}>
        <Radios
          className="radio-column"
          value={checkedBy}
          onChange={(chosen) => doing.set({ checkedBy: chosen })}
          options={identityChecks.map((one) => ({ value: one, label: shared.identityChecks[one] }))}
        />
      </FieldGroup>
    </ActionForm>
  );
}
