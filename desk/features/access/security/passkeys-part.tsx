import { useState } from 'react';
import type { MyAccess } from '#contract/access/getting-in.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useCanUsePasskeys } from '../../../app/session/use-can-use-passkeys.ts';
import { Button } from '../../../design-system/acts/button.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';
import { AddPasskeyForm } from '../factors/add-passkey-form.tsx';
import type { AccessAct } from './access-act-form.tsx';
import { SecurityPart } from './security-part.tsx';

export function PasskeysPart(props: { access: MyAccess; begin: (task: AccessAct) => void }) {
  const { say } = useWords();
  const tell = useNotice();
  const canUsePasskeys = useCanUsePasskeys();
  const [isAdding, setAdding] = useState(false);
  const { passkeys } = props.access;
  return (
    <SecurityPart
      title={say('passkeys.title')}
      lead={say('factor.passkeyWhat')}
      state={passkeys.length === 0 && say('passkeys.none')}
      act={
        canUsePasskeys && !isAdding && <Button onClick={() => setAdding(true)}>{say('passkeys.add')}</Button>
      }
    >
      {!canUsePasskeys && <p className="faint">{say('passkeys.unsupported')}</p>}
      {isAdding && (
        <AddPasskeyForm
          done={(label) => {
            setAdding(false);
            tell(say('passkeys.added', { name: label }));
          }}
          cancel={() => setAdding(false)}
        />
      )}
      {passkeys.length > 0 && (
        <ul className="held-things">
          {passkeys.map(({ id, label, createdAt }) => (
            <li key={id}>
              <div>
                <strong>{label}</strong>
                <p className="faint">
                  {say('passkeys.since')} <Instant at={createdAt} />
                </p>
              </div>
              <button
                type="button"
                className="text-button"
                onClick={() =>
                  props.begin({
                    title: say('passkeys.title'),
                    lead: say('passkeys.removeLead', { name: label }),
                    act: say('passkeys.remove'),
                    path: `passkeys/${id}/actions/remove`,
                    done: say('passkeys.removed', { name: label }),
                  })
                }
              >
                {say('passkeys.remove')}
                <span className="only-read-aloud"> {label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </SecurityPart>
  );
}
