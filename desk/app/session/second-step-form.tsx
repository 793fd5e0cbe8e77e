import { type FormEvent, useState } from 'react';
import type { SecondFactorBody, SignInAnswer } from '#contract/access/getting-in.ts';
import { Button } from '../../design-system/acts/button.tsx';
import { useWords } from '../language/words.tsx';
import { SecondStepField } from './second-step-field.tsx';
import { useCanUsePasskeys } from './use-can-use-passkeys.ts';
import type { SecondStep } from './use-second-step.ts';
import { SignInFault, useWait } from './wait.tsx';

type Kind = SecondFactorBody['kind'];
const kinds = ['totp', 'recovery-code'] as const satisfies readonly Kind[];

/** After name and password: the code of the authenticator app, a recovery code, or a passkey, as the account has them. */
export function SecondStepForm(props: {
  second: SecondStep;
  offers: SignInAnswer['offers'];
  startOver: () => void;
}) {
  const { say } = useWords();
  const { offers, startOver } = props;
  const { byCode, byPasskey } = props.second;
  const canUsePasskeys = useCanUsePasskeys();
  const open = kinds.filter((one) => offers.includes(one));
  const [kind, setKind] = useState<Kind | undefined>(open[0]);
  const [code, setCode] = useState('');
  const error = byCode.error ?? byPasskey.error;
  const wait = useWait(error);
  const send = (typed: string) => {
    if (!kind || byCode.isPending || wait > 0) return;
    byPasskey.reset();
    byCode.mutate({ kind, code: typed.trim() }, { onError: () => kind === 'totp' && setCode('') });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(code);
  };
  const choose = (next: Kind) => {
    props.second.reset();
    setCode('');
    setKind(next);
  };
  const takePasskey = () => {
    byCode.reset();
    byPasskey.mutate();
  };
  const head = kind ?? 'passkey';
  return (
    <form className="form" onSubmit={submit}>
      <div className="second-step-head">
        <h2>{say(`secondStep.${head}`)}</h2>
        <p className="soft">{say(`secondStep.${head}.lead`)}</p>
      </div>
      {kind && <SecondStepField key={kind} kind={kind} value={code} onChange={setCode} send={send} />}
      <SignInFault error={error} wait={wait} />
      {kind && (
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          loading={byCode.isPending}
          disabled={wait > 0}
        >
          {say('secondStep.act')}
        </Button>
      )}
      {offers.includes('passkey') && canUsePasskeys && (
        <Button
          type={kind ? 'default' : 'primary'}
          size="large"
          block
          loading={byPasskey.isPending}
          disabled={wait > 0}
          onClick={takePasskey}
        >
          {say('proof.passkey')}
        </Button>
      )}
      {!kind && !canUsePasskeys && <p className="field-fault">{say('passkeys.unsupported')}</p>}
      <div className="second-step-ways">
        {open
          .filter((one) => one !== kind)
          .map((one) => (
            <button key={one} type="button" className="text-button" onClick={() => choose(one)}>
              {say(`secondStep.${one}.use`)}
            </button>
          ))}
        <button type="button" className="text-button" onClick={startOver}>
          {say('secondStep.startOver')}
        </button>
        {kind !== 'totp' && <p className="faint field-hint">{say('secondStep.noneLeft')}</p>}
      </div>
    </form>
  );
}
