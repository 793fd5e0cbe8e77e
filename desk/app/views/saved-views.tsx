import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeepViewBody, SavedView, SavedViews } from '#contract/office/saved-views.ts';
import { Menu, type MenuPart } from '../../design-system/acts/menu.tsx';
import { Checkbox } from '../../design-system/forms/choices.tsx';
import { Field } from '../../design-system/forms/field.tsx';
import { DrawerForm, FormDrawer } from '../../design-system/forms/form-drawer.tsx';
import { Input } from '../../design-system/forms/input.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { asProblem, fieldReason } from '../api/problem.ts';
import { request } from '../api/request.ts';
import { useSubmission } from '../api/submission.ts';
import { useWords } from '../language/words.tsx';
import { useIsQuiet } from '../late/use-is-quiet.ts';

export type ViewFilters = SavedView['filters'];
type Place = KeepViewBody['place'];

/** The filters of a list under names: pick one, keep the present ones, share them with the office. */
export function SavedViewsMenu(props: {
  place: Place;
  present: ViewFilters;
  apply: (filters: ViewFilters) => void;
}) {
  const { say } = useWords();
  const tell = useNotice();
  const [isSaving, setSaving] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const isWanted = useIsQuiet() || wasOpened;
  const { data } = useQuery({
    queryKey: ['saved-views', props.place],
    queryFn: ({ signal }) =>
      request<SavedViews>('/api/v1/saved-views', {
        query: { place: props.place },
        signal,
      }),
    staleTime: 60_000,
    enabled: isWanted,
  });
  const drop = useSubmission();
  const views = data?.views ?? [];
  const dropView = (view: SavedView) =>
    drop.mutate(
      { path: `/api/v1/saved-views/${view.id}?version=${view.version}`, body: undefined, method: 'DELETE' },
      {
        onSuccess: () => tell(say('views.dropped', { name: view.name })),
        onError: (error) => tell(error.message),
      },
    );
  const mine = views.filter(({ isMine }) => isMine);
  const removable = views.filter(({ mayDrop }) => mayDrop);
  const theirs = views.filter(({ isMine }) => !isMine);
  const lines = (some: SavedView[]) => some.map(({ id, name }) => ({ key: id, label: name }));
  // What is always there stands first: no line moves away under the pointer when the views arrive.
  const parts: MenuPart[] = [
    { key: 'save', lines: [{ key: 'save', label: say('views.save') }] },
    ...(mine.length > 0 ? [{ key: 'mine', title: say('views.mine'), lines: lines(mine) }] : []),
    ...(theirs.length > 0 ? [{ key: 'office', title: say('views.office'), lines: lines(theirs) }] : []),
    ...(data?.views.length === 0
      ? [{ key: 'none', lines: [{ key: 'none', label: say('views.none'), isDisabled: true }] }]
      : []),
    ...(removable.length > 0
      ? [
          {
            key: 'manage',
            title: say('views.manage'),
            lines: removable.map(({ id, name }) => ({
              key: `drop ${id}`,
              label: say('views.drop', { name }),
            })),
          },
        ]
      : []),
  ];
  const pick = (key: string) => {
    if (key === 'save') return setSaving(true);
    const dropped = views.find(({ id }) => key === `drop ${id}`);
    if (dropped) return dropView(dropped);
    const view = views.find(({ id }) => key === id);
    if (view) props.apply(view.filters);
  };
  return (
    <>
      <Menu parts={parts} onPick={pick} onOpen={() => setOpened(true)}>
        <button type="button" className="filter-chip">
          {say('views.menu')} <span aria-hidden="true">▾</span>
        </button>
      </Menu>
      <FormDrawer
        task={isSaving || undefined}
        titleOf={() => say('views.title')}
        close={() => setSaving(false)}
      >
        {() => <SaveView place={props.place} filters={props.present} close={() => setSaving(false)} />}
      </FormDrawer>
    </>
  );
}

function SaveView({ place, filters, close }: { place: Place; filters: ViewFilters; close: () => void }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  // The id is ours, so that an answer that was lost on the way leaves one view and not two.
  const [id] = useState(newId);
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const [isTried, setTried] = useState(false);
  const submission = useSubmission<SavedView>((kept) => {
    tell(say('views.saved', { name: kept.name }));
    close();
  });
  const taken =
    asProblem(submission.error)?.problem.code === 'view-name-taken' ? submission.error?.message : undefined;
  return (
    <DrawerForm
      lead={say('views.lead')}
      sending={{
        error: taken ? null : submission.error,
        isPending: submission.isPending,
        conflict: undefined,
      }}
      submitWord={say('views.act')}
      close={close}
      onSubmit={() => {
        setTried(true);
        const body: KeepViewBody = { version: 0, place, name: name.trim(), filters, isShared };
        if (name.trim()) submission.mutate({ path: `/api/v1/saved-views/${id}`, body, method: 'PUT' });
      }}
    >
      <Field
        label={say('views.name')}
        fault={
          taken ??
          fieldReason(submission.error, 'name') ??
          (isTried && !name.trim() ? shared.reasons.required : undefined)
        }
      >
        {(parts) => (
          <Input
            {...parts}
            autoFocus
            autoComplete="off"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Checkbox checked={isShared} onChange={setShared}>
          {say('views.share')}
        </Checkbox>
      </div>
    </DrawerForm>
  );
}

/** A UUID (version 4), also where the desk is served over plain HTTP and `crypto.randomUUID` is missing. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
