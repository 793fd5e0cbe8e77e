import { useState } from 'react';
import type { MakeTokenAnswer, MyAccess, TokenView } from '#contract/access/getting-in.ts';
import type { PermissionName } from '#domain/access/permissions.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useSession } from '../../../app/session/session.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { FormDrawer } from '../../../design-system/forms/form-drawer.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';
import type { AccessAct } from '../security/access-act-form.tsx';
import { SecurityPart } from '../security/security-part.tsx';
import { MakeTokenForm } from './make-token-form.tsx';
import { TokenShown } from './token-shown.tsx';

/** What programs act with in one's name. A new one is on the page until it has been taken over. */
export function TokensPart(props: { access: MyAccess; begin: (task: AccessAct) => void }) {
  const { say } = useWords();
  const { postings } = useSession().me;
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<MakeTokenAnswer>();
  const { tokens } = props.access;
  const isPosted = postings.length > 0;
  const revoke = ({ id, label }: TokenView) =>
    props.begin({
      title: say('tokens.title'),
      lead: say('tokens.revokeLead', { name: label }),
      act: say('tokens.revoke'),
      path: `tokens/${id}/actions/revoke`,
      done: say('tokens.revoked', { name: label }),
    });
  return (
    <SecurityPart
      title={say('tokens.title')}
      lead={say('tokens.lead')}
      state={tokens.length === 0 && say(isPosted ? 'tokens.none' : 'tokens.noPosting')}
      act={isPosted && <Button onClick={() => setMaking(true)}>{say('tokens.make')}</Button>}
    >
      {made && <TokenShown made={made} done={() => setMade(undefined)} />}
      {tokens.length > 0 && (
        <ul className="held-things">
          {tokens.map((token) => (
            <li key={token.id}>
              <TokenFacts token={token} />
              <button type="button" className="text-button" onClick={() => revoke(token)}>
                {say('tokens.revoke')}
                <span className="only-read-aloud"> {token.label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <FormDrawer
        task={isMaking || undefined}
        close={() => setMaking(false)}
        titleOf={() => say('tokens.make')}
      >
        {() => (
          <MakeTokenForm
            close={() => setMaking(false)}
            onMade={(answer) => {
              setMaking(false);
              setMade(answer);
            }}
          />
        )}
      </FormDrawer>
    </SecurityPart>
  );
}

function TokenFacts({ token }: { token: TokenView }) {
  const { say, language } = useWords();
  const posting = useSession().me.postings.find(({ id }) => id === token.postingId);
  const [now] = useState(() => Date.now());
  const doors =
    token.scope === null
      ? say('tokens.mayAll')
      : token.scope
          .map((door) => say(`door.${door as PermissionName}`))
          .join(language === 'zh' ? '、' : ', ');
  const isOver = token.expiresAt !== null && Date.parse(token.expiresAt) <= now;
  return (
    <div>
      <strong>{token.label}</strong>
      {posting && (
        <p>
          {posting.unitName} · {posting.roleLabel}
        </p>
      )}
      <p className="soft">{token.isReadOnly ? say('tokens.mayRead', { doors }) : doors}</p>
      <p className="faint">
        {token.expiresAt === null ? (
          say('tokens.neverEnds')
        ) : (
          <>
            {say(isOver ? 'tokens.isOver' : 'tokens.until')} <Instant at={token.expiresAt} />
          </>
        )}
        {' · '}
        {token.lastUsedAt === null ? (
          say('tokens.neverUsed')
        ) : (
          <>
            {say('tokens.lastUsed')} <Instant at={token.lastUsedAt} />
          </>
        )}
      </p>
    </div>
  );
}
