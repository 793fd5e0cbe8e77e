import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MyAccess, RecoveryCodesAnswer } from '#contract/access/getting-in.ts';
import { request } from '../../../app/api/request.ts';
import { useWords } from '../../../app/language/words.tsx';
import { myAccessQuery } from '../../../app/session/my-access.ts';
import { Button } from '../../../design-system/acts/button.tsx';
import { DrawerForm, FormDrawer } from '../../../design-system/forms/form-drawer.tsx';
import { CodesToKeep } from '../factors/codes-to-keep.tsx';
import { SecurityPart } from './security-part.tsx';

const few = 3;

/** How many are left; new ones stay on the page until the reader has kept them. */
export function RecoveryPart({ access }: { access: MyAccess }) {
  const { say } = useWords();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const renew = useMutation({
    mutationFn: () =>
      request<RecoveryCodesAnswer>('/api/v1/me/second-factor/recovery-codes', { method: 'POST', body: {} }),
    onSuccess: () => {
      setAsking(false);
      void queryClient.invalidateQueries({ queryKey: myAccessQuery.queryKey });
    },
  });
  const count = access.recoveryCodesLeft;
  return (
    <SecurityPart
      title={say('recovery.title')}
      lead={say('recovery.what')}
      state={say(count <= few ? 'recovery.few' : 'recovery.left', { count })}
      act={!renew.data && <Button onClick={() => setAsking(true)}>{say('recovery.new')}</Button>}
    >
      {renew.data && <CodesToKeep codes={renew.data.recoveryCodes} onKept={() => renew.reset()} />}
      <FormDrawer
        task={isAsking || undefined}
        close={() => setAsking(false)}
        titleOf={() => say('recovery.title')}
      >
        {() => (
          <DrawerForm
            lead={say('recovery.newLead')}
            sending={{ error: renew.error, isPending: renew.isPending, conflict: undefined }}
            submitWord={say('recovery.new')}
            onSubmit={() => renew.mutate()}
            close={() => setAsking(false)}
          />
        )}
      </FormDrawer>
    </SecurityPart>
  );
}
