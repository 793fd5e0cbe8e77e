import { type CallBackResult, callBackResults } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../../app/language/words.tsx';
import { Radios } from '../../../../design-system/forms/choices.tsx';
import { FieldGroup } from '../../../../design-system/forms/field.tsx';
import { Segmented } from '../../../../design-system/forms/segmented.tsx';
import { ActionForm, type ActionFormProps } from '../action-form.tsx';
import { TextField } from '../text-field.tsx';
import { type Fields, useAction } from '../use-action.ts';

type Values = { result: CallBackResult | ''; text: string; rating: number };
const blank: Values = { result: '', text: '', rating: 0 };

/** What the applicant says of it, asked by somebody other than who handled it. */
export function CallBackForm({ matter, close }: ActionFormProps) {
  const { say, shared } = useWords();
  const doing = useAction({ matter, action: 'call-back', blank, close });
  const { result, rating } = doing.values;
  const text = doing.values.text.trim();
  const mustSay = result === 'unsatisfied';
  const wasReached = result === 'satisfied' || result === 'unsatisfied';
  const fields = (): Fields<'call-back'> | undefined =>
    !result || (mustSay && !text)
      ? undefined
      : { result, ...(text && { text }), ...(wasReached && rating > 0 && { rating }) };
  return (
    <ActionForm
      matter={matter}
      doing={doing}
      close={close}
      lead={say('lead.call-back')}
      submitWord={shared.actions['call-back']}
      typed={[
        { name: say('act.callBackResult'), value: result ? shared.callBackResults[result] : '' },
        { name: say('act.callBackText'), value: text },
      ]}
      onSubmit={() => doing.send(fields())}
    >
      <FieldGroup
        legend={say('act.callBackResult')}
        hint={result ? say(`callBack.then.${result}`) : undefined}
        fault={doing.fault('result') ?? (doing.isTried && !result ? shared.reasons.required : undefined)}
      >
        <Radios
          value={result}
          onChange={(chosen) => doing.set({ result: chosen })}
          options={callBackResults.map((one) => ({ value: one, label: shared.callBackResults[one] }))}
        />
      </FieldGroup>
      {wasReached && (
        <FieldGroup legend={say('act.rating')} fault={doing.fault('rating')}>
          <Segmented
            value={String(rating)}
            onChange={(chosen) => doing.set({ rating: Number(chosen) })}
            options={[
              { value: '0', label: say('act.ratingNone') },
              ...[1, 2, 3, 4, 5].map((one) => ({ value: String(one), label: String(one) })),
            ]}
            aria-label={say('act.rating')}
          />
        </FieldGroup>
      )}
      <TextField
        label={say(result === 'not-reached' ? 'act.notReachedText' : 'act.callBackText')}
        value={doing.values.text}
        onChange={(value) => doing.set({ text: value })}
        fault={doing.fault('text')}
        mustHave={mustSay}
        isTried={doing.isTried}
      />
    </ActionForm>
  );
}
