import type { MyAccess } from '#contract/access/getting-in.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';
import { SecurityPart } from './security-part.tsx';
import { useAccessAct } from './use-access-act.ts';

/** Where one is signed in; what one does not know can be ended at once, without a question. */
export function SessionsPart({ access }: { access: MyAccess }) {
  const { say } = useWords();
  const tell = useNotice();
  const ending = useAccessAct();
  const { sessions } = access;
  const end = (path: string, done: string) => ending.mutate(path, { onSuccess: () => tell(done) });
  const endOthers = () => end('sessions/actions/end-others', say('sessions.othersEnded'));
  return (
    <SecurityPart
      title={say('sessions.title')}
      lead={say(sessions.length > 1 ? 'sessions.lead' : 'sessions.onlyThis')}
      act={
        sessions.length > 1 && (
          <Button loading={ending.isPending} onClick={endOthers}>
            {say('sessions.endOthers')}
          </Button>
        )
      }
    >
      {ending.error && <ErrorState error={ending.error} />}
      <ul className="held-things">
        {sessions.map((session) => {
          const device = session.device || say('sessions.unknownDevice');
          return (
            <li key={session.id}>
              <div>
                <strong>{device}</strong>
                {session.isThis && <span className="this-one">{say('sessions.this')}</span>}
                <p className="faint">
                  {say('sessions.started')} <Instant at={session.startedAt} /> · {say('sessions.lastUsed')}{' '}
                  <Instant at={session.lastUsedAt} /> · {say('sessions.factors')}{' '}
                  {say(session.factors === 2 ? 'sessions.twoFactors' : 'sessions.oneFactor')}
                </p>
              </div>
              {!session.isThis && (
                <button
                  type="button"
                  className="text-button"
                  disabled={ending.isPending}
                  onClick={() => end(`sessions/${session.id}/actions/end`, say('sessions.ended', { device }))}
                >
                  {say('sessions.end')}
                  <span className="only-read-aloud"> {device}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </SecurityPart>
  );
}
