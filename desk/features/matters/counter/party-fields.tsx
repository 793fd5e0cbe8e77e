import { useState } from 'react';
import { partyKinds } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Field } from '../../../design-system/forms/field.tsx';
import { Input } from '../../../design-system/forms/input.tsx';
import { Segmented } from '../../../design-system/forms/segmented.tsx';
import type { PartyDraft } from './intake-draft.ts';
import { NumberField, PhoneField } from './number-fields.tsx';
import { TellingFields } from './telling-fields.tsx';

type Props = {
  party: PartyDraft;
  put: (party: PartyDraft) => void;
  fault: (field: string) => string | undefined;
  remove?: () => void;
};

/** One party: who, how to reach them, and no more than the procedure needs. Of an anonymous one nothing is asked. */
export function PartyFields({ party, put, fault, remove }: Props) {
  const { say, shared } = useWords();
  const [isOpen, setOpen] = useState(Boolean(party.address || party.note));
  const set = (change: Partial<PartyDraft>) => put({ ...party, ...change });
  const isNamed = party.kind !== 'anonymous';
  return (
    <fieldset className="party-fields">
      <legend>{shared.seats[party.seat]}</legend>
      <div className="party-fields-head">
        <Segmented
          size="small"
          value={party.kind}
          onChange={(kind) => set({ kind })}
          options={partyKinds.map((kind) => ({ value: kind, label: shared.partyKinds[kind] }))}
          aria-label={say('party.kind')}
        />
        <span className="party-fields-acts">
          {isNamed && !isOpen && (
            <button type="button" className="text-button" onClick={() => setOpen(true)}>
              + {say('party.more')}
            </button>
          )}
          {remove && (
            <button type="button" className="text-button" onClick={remove}>
              {say('party.remove')}
            </button>
          )}
        </span>
      </div>
      {fault('') && (
        <p className="field-fault" role="alert">
          {fault('')}
        </p>
      )}
      {!isNamed && <p className="soft">{say('party.anonymousHint')}</p>}
      {isNamed && (
        <div className="party-fields-row">
          <Field
            label={say(party.kind === 'person' ? 'party.name' : 'party.organisation')}
            fault={fault('name')}
          >
            {(parts) => (
              <Input
                {...parts}
                maxLength={60}
                autoComplete="off"
                value={party.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <PhoneField value={party.phone} onChange={(phone) => set({ phone })} fault={fault('phone')} />
          <NumberField
            kind={party.kind === 'organisation' ? 'organisation' : 'person'}
            value={party.number}
            onChange={(number) => set({ number })}
            fault={fault('residentId') ?? fault('creditCode')}
          />
        </div>
      )}
      {isNamed && party.seat !== 'respondent' && <TellingFields party={party} set={set} fault={fault} />}
      {isNamed && isOpen && (
        <div className="form-row">
          <Field label={say('party.address')} isOptional={say('form.optional')} fault={fault('address')}>
            {(parts) => (
              <Input
                {...parts}
                maxLength={200}
                autoComplete="off"
                value={party.address}
                onChange={(event) => set({ address: event.target.value })}
              />
            )}
          </Field>
          <Field label={say('party.note')} isOptional={say('form.optional')} fault={fault('note')}>
            {(parts) => (
              <Input
                {...parts}
                maxLength={200}
                autoComplete="off"
                value={party.note}
                onChange={(event) => set({ note: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </fieldset>
  );
}
