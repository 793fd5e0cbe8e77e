import { presences } from '#domain/organisations/city-pack.ts';
import { useWords } from '../../../app/language/words.tsx';
import { ChoiceInput } from '../choice-input.tsx';
import { TextInput } from '../text-input.tsx';

export type UnitValues = { name: string; nameEn: string; presence: string };

/** What a unit is called, and how a department is present. */
export function UnitFields(props: {
  values: UnitValues;
  set: (change: Partial<UnitValues>) => void;
  fault: (field: string) => string | undefined;
  isTried: boolean;
  hasPresence: boolean;
}) {
  const { say, shared } = useWords();
  const { values, set, fault, isTried } = props;
  return (
    <>
      <TextInput
        label={say('units.name')}
        value={values.name}
        onChange={(name) => set({ name })}
        fault={fault('name')}
        isTried={isTried}
        mustHave
        isFirst
      />
      <TextInput
        label={say('units.nameEn')}
        value={values.nameEn}
        onChange={(nameEn) => set({ nameEn })}
        fault={fault('nameEn')}
      />
      {props.hasPresence && (
        <ChoiceInput
          label={say('units.presence')}
          value={values.presence}
          onChange={(presence) => set({ presence })}
          choices={presences.map((one) => ({ value: one, label: shared.presences[one] }))}
          fault={fault('presence')}
          isTried={isTried}
          mustHave
        />
      )}
    </>
  );
}
