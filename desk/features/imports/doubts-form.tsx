import type { ImportView } from '#contract/imports/imports.ts';
import { useCity } from '../../app/city/city.ts';
import { useKeptState } from '../../app/kept/kept-state.ts';
import { useWords } from '../../app/language/words.tsx';
import { useSession } from '../../app/session/session.tsx';
import { Button } from '../../design-system/acts/button.tsx';
import { Select } from '../../design-system/antd/select.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { ErrorState } from '../../design-system/states/error-state.tsx';
import { ImportConflict } from './import-conflict.tsx';
import { useImportStep } from './use-import-step.ts';

type Doubt = ImportView['doubts'][number];
const keyOf = ({ field, typed }: Doubt): string => `${field}/${typed}`;

/** Every doubtful word once, with what it may be; what is decided is remembered for the office. */
export function DoubtsForm({ one }: { one: ImportView }) {
  const { say, language } = useWords();
  const choices = useChoices();
  const [chosen, setChosen, forget] = useKeptState<Record<string, string>>(`import doubts ${one.id}`, {});
  const step = useImportStep(one, forget);
  const decisions = one.doubts.flatMap((doubt) => {
    const code = chosen[keyOf(doubt)];
    return code ? [{ field: doubt.field, typed: doubt.typed, code }] : [];
  });
  return (
    <form
      className="card imports-part"
      aria-labelledby="import-doubts"
      onSubmit={(event) => {
        event.preventDefault();
        if (decisions.length > 0) step.take('decide', { decisions });
      }}
    >
      <h2 id="import-doubts">{say('imports.doubts')}</h2>
      <p className="soft running">{say('imports.doubtsHint')}</p>
      {step.conflict && (
        <ImportConflict
          current={step.conflict}
          typed={decisions.map(({ field, typed, code }) => ({
            name: typed,
            value: choices[field].find(({ value }) => value === code)?.label ?? code,
          }))}
          goOn={step.goOn}
        />
      )}
      <div className="import-fields" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        {one.doubts.map((doubt) => (
          <Field
            key={keyOf(doubt)}
            label={say(`imports.doubt.${doubt.field}`, { typed: doubt.typed, rows: doubt.rows })}
            hint={doubt.suggested && say('imports.suggested', { label: doubt.suggested.label })}
          >
            {(parts) => (
              <Select
                {...parts}
                showSearch={{ optionFilterProp: 'label' }}
                value={chosen[keyOf(doubt)] ?? ''}
                onChange={(code) => setChosen({ ...chosen, [keyOf(doubt)]: code })}
                options={[{ value: '', label: say('imports.undecided') }, ...choices[doubt.field]]}
              />
            )}
          </Field>
        ))}
      </div>
      {step.error && <ErrorState error={step.error} />}
      <div>
        <Button type="primary" htmlType="submit" disabled={decisions.length === 0} loading={step.isPending}>
          {say('imports.decide')}
        </Button>
      </div>
    </form>
  );
}

type Choice = { readonly value: string; readonly label: string };

/** The city's kinds, and the regions of one's own office. */
function useChoices(): Readonly<Record<Doubt['field'], Choice[]>> {
  const { language } = useWords();
  const { acting } = useSession();
  const city = useCity();
  if (city === undefined) return { kind: [], region: [] };
  const choice = ({ code, name, nameEn }: { code: string; name: string; nameEn: string }): Choice => ({
    value: code,
    label: language === 'zh' ? name : nameEn,
  });
  const own = city.units.find(({ id }) => id === acting?.unitId)?.regionCode;
  const parents = new Map(city.regions.map(({ code, parentCode }) => [code, parentCode]));
  const isOwn = (code: string | null | undefined): boolean =>
    code === own || (typeof code === 'string' && isOwn(parents.get(code)));
  return {
    kind: city.kinds.map(choice),
    region: city.regions.filter(({ code }) => own !== undefined && isOwn(code)).map(choice),
  };
}
