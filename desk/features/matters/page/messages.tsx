import type { MatterView } from '#contract/matters/matter.ts';
import type { MessageView } from '#contract/messages/message.ts';
import { useSubmission } from '../../../app/api/submission.ts';
import { useWords } from '../../../app/language/words.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';

const shownAtFirst = 4;

/** What parties were told by text message or mail, and where it stands; what did not leave can be sent once more. */
export function Messages({ matter }: { matter: MatterView }) {
  const { say } = useWords();
  const { messages } = matter;
  if (messages.length === 0) return null;
  const stuck = messages.filter(({ state }) => state.code === 'failed').length;
  const [first, rest] = [messages.slice(0, shownAtFirst), messages.slice(shownAtFirst)];
  return (
    <section className="card" aria-labelledby="messages">
      <h2 id="messages">
        {say('matter.messages')} <span className="faint">{messages.length}</span>
      </h2>
      {stuck > 0 && <p className="messages-stuck">{say('messages.stuck', { count: stuck })}</p>}
      <MessageList messages={first} />
      {rest.length > 0 && (
        <details>
          <summary>{say('messages.older', { count: rest.length })}</summary>
          <MessageList messages={rest} />
        </details>
      )}
    </section>
  );
}

function MessageList({ messages }: { messages: readonly MessageView[] }) {
  return (
    <ul className="messages">
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </ul>
  );
}

function Message({ message }: { message: MessageView }) {
  const { say } = useWords();
  const tell = useNotice();
  const again = useSubmission<MessageView>(() => tell(say('messages.queued')));
  const { resendHref } = message;
  return (
    <li>
      <p className="message-head">
        <strong>{message.template.label}</strong>
        <span className={message.state.code === 'failed' ? 'message-failed' : 'faint'}>
          {message.state.label}
        </span>
      </p>
      <p className="faint">
        {message.seat.label} · {message.way.label} · <Instant at={message.at} />
      </p>
      {message.fault && <p className="soft">{message.fault.label}</p>}
      {resendHref && (
        <button
          type="button"
          className="text-button not-printed"
          disabled={again.isPending}
          onClick={() => again.mutate({ path: resendHref, body: {} })}
        >
          {say('messages.resend')}
        </button>
      )}
      {again.error && <ErrorState error={again.error} />}
    </li>
  );
}
