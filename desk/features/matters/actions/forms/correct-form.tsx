import '../../counter/counter.css';
import { type Need, needs, seats } from '#domain/matters/vocabulary.ts';
import { useCity, useNameOf } from '../../../../app/city/city.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Button } from '../../../../design-system/acts/button.tsx';
import { Select } from '../../../../design-system/antd/select.tsx';
import { Checkboxes } from '../../../../design-system/forms/choices.tsx';
import { Field, FieldGroup } from '../../../../design-system/forms/field.tsx';
import { Input } from '../../../../design-system/forms/input.tsx';
import { blankParty, isBlankParty, type PartyDraft, partyBodyOf } from '../../counter/intake-draft.ts';
import { PartyFields } from '../../counter/party-fields.tsx';
import { useRegionOptions } from '../../counter/use-region-options.ts';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { useAction } from '../use-action.ts';
import { CorrectPartyFields } from './correct-party-fields.tsx';
import { type CorrectDraft, correctDraftOf, correctionOf } from './correction-draft.ts';

type Values = CorrectDraft & { reason: string; added: PartyDraft[] };

/** What was registered, as it stands, to be put right where it is wrong. Only what differs is sent. */
export function CorrectForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const city = useCity();
  const nameOf = useNameOf();
  const regions = useRegionOptions();
  const blank: Values = { ...correctDraftOf(matter), reason: '', added: [] };
  const doing = useAction({ matter, action: 'correct', blank, close });
  const { values, set } = doing;
  const reason = values.reason.trim();
  const changes = correctionOf(matter, values);
  const added = values.added.filter((party) => !isBlankParty(party));
  const isNothing = Object.keys(changes).length === 0 && added.length === 0;
  const submit = () => {
    if (!reason || isNothing) return doing.send(undefined);
    doing.send({
      reason,
      ...changes,
      ...(added.length > 0 && { addedParties: added.map(partyBodyOf) }),
    });
  };
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.correct')}
      submitWord={shared.actions.correct}
      typed={[
        { name: say('correct.subject'), value: changes.subject ?? '' },
        { name: say('counter.story'), value: changes.story ?? '' },
        { name: say('counter.request'), value: changes.request ?? '' },
        { name: say('act.reason'), value: reason },
      ]}
      onSubmit={submit}
    >
      <div className="form-row">
        <Field label={say('counter.kind')} fault={doing.fault('kind')}>
          {(parts) => (
            <Select
              {...parts}
              value={values.kind}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(kind) => set({ kind })}
              options={(city?.kinds ?? []).map((kind) => ({ value: kind.code, label: nameOf(kind) }))}
            />
          )}
        </Field>
        <Field label={say('counter.region')} fault={doing.fault('regionCode')}>
          {(parts) => (
            <Select
              {...parts}
              value={values.regionCode}
              showSearch={{ optionFilterProp: 'search' }}
              onChange={(regionCode) => set({ regionCode })}
              options={regions}
            />
          )}
        </Field>
      </div>
      <Field label={say('correct.subject')} fault={doing.fault('subject')}>
        {(parts) => (
          <Input
            {...parts}
            maxLength={60}
            value={values.subject}
            onChange={(event) => set({ subject: event.target.value })}
          />
        )}
      </Field>
      <TextField
        label={say('counter.story')}
        value={values.story}
        onChange={(story) => set({ story })}
        fault={doing.fault('story')}
        mustHave
        isTried={doing.isTried}
        most={10000}
        rows={4}
      />
      <TextField
        label={say('counter.request')}
        value={values.request}
        onChange={(request) => set({ request })}
        fault={doing.fault('request')}
        most={2000}
        rows={2}
      />
      <Field
        label={say('correct.happenedOn')}
        isOptional={say('form.optional')}
        fault={doing.fault('happenedOn')}
      >
        {(parts) => (
          <input
            {...parts}
            type="date"
            className="native-field"
            value={values.happenedOn}
            onChange={(event) => set({ happenedOn: event.target.value })}
          />
        )}
      </Field>
      <FieldGroup legend={say('counter.needs')} fault={doing.fault('needs')}>
        <Checkboxes
          value={values.needs}
          onChange={(chosen) => set({ needs: chosen as Need[] })}
          options={needs.map((need) => ({ value: need, label: shared.needs[need] }))}
        />
      </FieldGroup>
      {matter.parties.map((party, index) => (
        <CorrectPartyFields
          key={party.id}
          party={party}
          draft={values.parties[party.id]}
          put={(draft) => set({ parties: { ...values.parties, [party.id]: draft } })}
          fault={(field) => doing.fault(`parties.${index}${field && `.${field}`}`)}
        />
      ))}
      {values.added.map((party) => (
        <PartyFields
          key={party.key}
          party={party}
          put={(changed) =>
            set({ added: values.added.map((one) => (one.key === changed.key ? changed : one)) })
          }
          fault={(field) => {
            const index = added.indexOf(party);
            const place = matter.parties.length + index;
            return index < 0 ? undefined : doing.fault(`parties.${place}${field && `.${field}`}`);
          }}
          remove={() => set({ added: values.added.filter(({ key }) => key !== party.key) })}
        />
      ))}
      <FieldGroup legend={say('correct.addParty')}>
        <div className="form-acts">
          {seats.map((seat) => (
            <Button
              key={seat}
              size="small"
              onClick={() => set({ added: [...values.added, blankParty(seat)] })}
            >
              + {shared.seats[seat]}
            </Button>
          ))}
        </div>
      </FieldGroup>
      <TextField
        label={say('act.reason')}
        hint={say('reasonHint.correct')}
        value={values.reason}
        onChange={(value) => set({ reason: value })}
        fault={doing.fault('reason')}
        mustHave
        isTried={doing.isTried}
        rows={2}
      />
      {doing.isTried && isNothing && (
        <p className="field-fault" role="alert">
          {say('correct.nothing')}
        </p>
      )}
    </ActionForm>
  );
}
