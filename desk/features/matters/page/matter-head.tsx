import { useMemo } from 'react';
import type { MatterView } from '#contract/matters/matter.ts';
import type { Action } from '#domain/matters/vocabulary.ts';
import { useKeys } from '../../../app/keys/use-keys.ts';
import { useWords } from '../../../app/language/words.tsx';
import { useOfferInPalette } from '../../../app/palette/palette-acts.ts';
import { Button } from '../../../design-system/acts/button.tsx';
import { Menu } from '../../../design-system/acts/menu.tsx';
import { KeyHint } from '../../../design-system/marks/key-hint.tsx';
import { MatterCode } from '../../../design-system/marks/matter-code.tsx';
import { actionKeys } from '../actions/action-keys.ts';
import { MatterLevel } from './matter-level.tsx';
import { offeredActions } from './offered-actions.ts';
import { SideWayNotes } from './side-way-notes.tsx';

/** These lead off the path or beside it: never the page's primary button. */
const sideways: readonly Action[] = [
  'review-safety',
  'assign',
  'withdraw',
  'reopen',
  'decline-reopening',
  'write-to-parties',
  're-issue-secret',
  'ask-assistance',
  'waive-task',
  'merge',
  'split',
  'suspend',
  'transfer',
  'escalate',
  'correct',
  'link',
  'unlink',
  'seal',
  'unseal',
  'choose-procedure',
  'ask-clock-change',
];

/** Of the ways beside the path those that keep the file and its parties in order; they take the matter nowhere. */
const ofTheFile: readonly Action[] = [
  'review-safety',
  'write-to-parties',
  're-issue-secret',
  'correct',
  'link',
  'unlink',
  'seal',
  'unseal',
];

/** What it is, where it stands, and what may follow: the next lawful step as the page's one primary button. */
export function MatterHead({
  matter,
  choose,
  openMacros,
}: {
  matter: MatterView;
  choose: (action: Action) => void;
  openMacros: () => void;
}) {
  const { say } = useWords();
  const offered = useMemo(() => offeredActions(matter), [matter]);
  const onPath = offered.filter(({ action }) => !sideways.includes(action));
  const [primary, beside] = onPath;
  const more = offered.filter((one) => one !== primary && one !== beside);
  const menuGroups = [
    { key: 'onward', acts: more.filter(({ action }) => !sideways.includes(action)) },
    {
      key: 'sideways',
      acts: more.filter(({ action }) => sideways.includes(action) && !ofTheFile.includes(action)),
    },
    { key: 'file', acts: more.filter(({ action }) => ofTheFile.includes(action)) },
  ].flatMap(({ key, acts }) =>
    acts.length > 0 ? [{ key, title: say(`more.${key}` as 'more.onward'), acts }] : [],
  );
  useOfferInPalette(
    useMemo(
      () => [
        ...offered.map(({ action, label }) => ({ key: action, label, run: () => choose(action) })),
        ...(offered.length > 0 ? [{ key: 'macro', label: say('macros.use'), run: openMacros }] : []),
      ],
      [offered, choose, say, openMacros],
    ),
  );
  useKeys(Object.fromEntries(offered.map(({ action }) => [actionKeys[action], () => choose(action)])));
  return (
    <header className="matter-head">
      <div className="matter-title">
        <h1>{matter.subject}</h1>
        <p className="soft matter-where">
          <MatterCode code={matter.code} />
          <span>{matter.kind.label}</span>
          <span>{matter.region.label}</span>
          <span>{matter.handling?.name ?? matter.holder.name}</span>
          {matter.handler && <span>{matter.handler.name}</span>}
          <strong>{matter.statusLabel}</strong>
        </p>
        <MatterLevel matter={matter} />
        {matter.isReopeningAsked && <p className="matter-asked">{say('matter.reopeningAsked')}</p>}
        <SideWayNotes matter={matter} />
        {matter.isHistory && <p className="faint">{say('matter.history')}</p>}
      </div>
      {offered.length > 0 && (
        <div className="matter-acts not-printed">
          {primary && (
            <Button type="primary" onClick={() => choose(primary.action)}>
              {primary.label} <KeyHint keys={actionKeys[primary.action].toUpperCase()} />
            </Button>
          )}
          {beside && (
            <Button onClick={() => choose(beside.action)}>
              {beside.label} <KeyHint keys={actionKeys[beside.action].toUpperCase()} />
            </Button>
          )}
          {offered.length > 0 && (
            <Menu
              parts={[
                ...menuGroups.map(({ key, title, acts }) => ({
                  key,
                  title,
                  lines: acts.map(({ action, label }) => ({
                    key: action,
                    label,
                    extra: <KeyHint keys={actionKeys[action].toUpperCase()} />,
                  })),
                })),
                { key: 'macro', lines: [{ key: 'macro', label: say('macros.use') }] },
              ]}
              onPick={(key) => (key === 'macro' ? openMacros() : choose(key as Action))}
              isAtEnd
            >
              <Button>{say('matter.more')} ▾</Button>
            </Menu>
          )}
        </div>
      )}
    </header>
  );
}
