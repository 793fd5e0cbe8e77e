import '../organisation.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AccountView } from '#contract/organisations/accounts.ts';
import type { PostingView } from '#contract/organisations/postings.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useSession } from '../../../app/session/session.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { FormDrawer } from '../../../design-system/forms/form-drawer.tsx';
import { PageFrame } from '../../../design-system/page-frame.tsx';
import { EmptyState } from '../../../design-system/states/empty-state.tsx';
import { PagedTable } from '../../../design-system/table/paged-table.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';
import { CreatePostingForm } from '../postings/create-posting-form.tsx';
import { EndPostingForm } from '../postings/end-posting-form.tsx';
import { PostingLine } from '../postings/posting-line.tsx';
import { accountsQuery } from '../queries.ts';
import { TextInput } from '../text-input.tsx';
import { CreateAccountForm } from './create-account-form.tsx';
import { DisableAccountForm } from './disable-account-form.tsx';
import { ResetSecondFactorForm } from './reset-second-factor-form.tsx';
import { SetPasswordForm } from './set-password-form.tsx';
import { UnlockForm } from './unlock-form.tsx';

type AccountAct = 'post' | 'set-password' | 'unlock' | 'reset-second-factor' | 'disable';
type Task =
  | { readonly act: 'create-account' }
  | { readonly act: AccountAct; readonly account: AccountView }
  | { readonly act: 'end-posting'; readonly posting: PostingView };

/** Who may sign in, and who is posted where: the security administrator's page. */
export function People() {
  const { say } = useWords();
  const me = useSession().me.user.id;
  const [params, setParams] = useSearchParams();
  const find = params.get('find') ?? '';
  const [typed, setTyped] = useState(find);
  const [task, setTask] = useState<Task>();
  const query = useInfiniteQuery(accountsQuery(find));
  const close = () => setTask(undefined);
  const search = (event: FormEvent) => {
    event.preventDefault();
    setParams(typed.trim() ? { find: typed.trim() } : {}, { replace: true });
  };
  return (
    <PageFrame
      title={say('people.title')}
      lead={say('people.lead')}
      isWide
      acts={
        <Button type="primary" onClick={() => setTask({ act: 'create-account' })}>
          {say('people.create-account')}
        </Button>
      }
    >
      <form className="search-line" onSubmit={search}>
        <TextInput label={say('people.find')} value={typed} onChange={setTyped} most={60} isSearch />
        <Button htmlType="submit">{say('people.search')}</Button>
      </form>
      <PagedTable
        caption={say('people.title')}
        query={query}
        rowsOf={(page) => page.accounts}
        empty={<EmptyState>{say(find ? 'people.none' : 'people.nobody')}</EmptyState>}
        columns={[
          { key: 'name', head: say('people.name'), cell: (account) => <strong>{account.name}</strong> },
          { key: 'username', head: say('people.username'), cell: (account) => account.username },
          {
            key: 'postings',
            head: say('people.postings'),
            cell: (account) => (
              <Postings account={account} end={(posting) => setTask({ act: 'end-posting', posting })} />
            ),
          },
          {
            key: 'factor',
            head: say('people.factor'),
            cell: (account) => <Factor account={account} />,
          },
          {
            key: 'acts',
            cell: (account) => (
              <Acts account={account} isMe={account.id === me} choose={(act) => setTask({ act, account })} />
            ),
          },
        ]}
      />
      <FormDrawer task={task} close={close} titleOf={({ act }) => say(`people.${act}`)}>
        {(chosen) => {
          if (chosen.act === 'create-account') {
            return <CreateAccountForm close={close} post={(account) => setTask({ act: 'post', account })} />;
          }
          if (chosen.act === 'end-posting') return <EndPostingForm posting={chosen.posting} close={close} />;
          if (chosen.act === 'post') return <CreatePostingForm account={chosen.account} close={close} />;
          if (chosen.act === 'unlock') return <UnlockForm account={chosen.account} close={close} />;
          if (chosen.act === 'reset-second-factor') {
            return <ResetSecondFactorForm account={chosen.account} close={close} />;
          }
          if (chosen.act === 'disable') return <DisableAccountForm account={chosen.account} close={close} />;
          return <SetPasswordForm account={chosen.account} close={close} />;
        }}
      </FormDrawer>
    </PageFrame>
  );
}

function Postings({ account, end }: { account: AccountView; end: (posting: PostingView) => void }) {
  const { say } = useWords();
  if (account.disabledAt !== null) return <span className="soft">{say('people.disabled')}</span>;
  if (account.postings.length === 0) return <span className="soft">{say('people.noPosting')}</span>;
  return (
    <ul className="posting-lines">
      {account.postings.map((posting) => (
        <PostingLine key={posting.id} posting={posting} end={() => end(posting)} />
      ))}
    </ul>
  );
}

/** Which second factor somebody has, and until when too many wrong guesses keep them out. */
function Factor({ account: { secondFactor, isLockedUntil } }: { account: AccountView }) {
  const { say } = useWords();
  return (
    <>
      <span className={secondFactor === 'none' ? 'soft' : undefined}>
        {say(`people.factor.${secondFactor}`)}
      </span>
      {isLockedUntil !== null && (
        <p>
          <strong>
            {say('people.locked')} <Instant at={isLockedUntil} />
          </strong>
        </p>
      )}
    </>
  );
}

function Acts(props: { account: AccountView; isMe: boolean; choose: (act: AccountAct) => void }) {
  const { say } = useWords();
  const isInUse = props.account.disabledAt === null;
  const act = (name: AccountAct) => (
    <button type="button" className="text-button" onClick={() => props.choose(name)}>
      {say(`people.${name}`)}
      <span className="only-read-aloud"> {props.account.name}</span>
    </button>
  );
  return (
    <div className="row-acts">
      {isInUse && !props.isMe && act('post')}
      {act('set-password')}
      {props.account.isLockedUntil !== null && act('unlock')}
      {props.account.secondFactor !== 'none' && !props.isMe && act('reset-second-factor')}
      {isInUse && !props.isMe && act('disable')}
    </div>
  );
}
