import './palette.css';
import SearchOutlined from '@ant-design/icons-svg/es/asn/SearchOutlined';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ListMattersAnswer } from '#contract/matters/list-matters.ts';
import { formatMatterCode, parseMatterCode } from '#domain/matters/matter-code.ts';
import { Icon } from '../../design-system/acts/icon.tsx';
import { FramedInput } from '../../design-system/forms/input.tsx';
import { useNotice } from '../../design-system/states/notice.tsx';
import { request } from '../api/request.ts';
import { useWords } from '../language/words.tsx';
import type { RailEntry } from '../shell/rail-entry.ts';
import { usePaletteActs } from './palette-acts.ts';
import { itemsNamed, moved, type PaletteItem } from './palette-items.ts';
import { usePaletteMatters } from './use-palette-matters.ts';

const listId = 'palette-list';

/** Ctrl K: one field that leads to a matter, a page, or a step of the matter in front. */
export function Palette({ entries, canFind }: { entries: readonly RailEntry[]; canFind: boolean }) {
  const { say } = useWords();
  const tell = useNotice();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const acts = usePaletteActs();
  const hits = usePaletteMatters(typed, canFind && isOpen);
  useCtrlK(() => field.current?.select());

  const leave = () => {
    setTyped('');
    setOpen(false);
    setChosen(null);
    field.current?.blur();
  };
  const go = (to: string) => () => void navigate(to);
  const items: PaletteItem[] = [
    ...itemsNamed(
      acts.map(({ key, label, run }) => ({ id: `act-${key}`, group: 'act', label, run })),
      typed,
    ),
    ...hits.map(({ matter }) => ({
      id: `matter-${matter.id}`,
      group: 'matter' as const,
      label: matter.subject,
      detail: `${formatMatterCode(matter.code)} · ${matter.statusLabel}`,
      run: go(`/matters/${matter.id}`),
    })),
    ...itemsNamed(
      entries.map(({ path, word }) => ({
        id: `page-${path}`,
        group: 'page',
        label: say(word),
        run: go(path),
      })),
      typed,
    ),
  ];
  const pick = (item: PaletteItem) => {
    leave();
    item.run();
  };
  const openByCode = useMutation({
    mutationFn: (code: string) => request<ListMattersAnswer>('/api/v1/matters', { query: { code } }),
    onError: (error) => tell(error.message || say('error.noAnswer')),
    onSuccess: ({ matters: [found], isSealed }) => {
      if (!found) return tell(say(isSealed ? 'side.sealedHidden' : 'find.none'));
      leave();
      void navigate(`/matters/${found.id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const item = chosen === null ? undefined : items[chosen];
    if (item) return pick(item);
    const words = typed.trim();
    if (!words) return;
    const code = parseMatterCode(words);
    if (code.ok && canFind) return openByCode.mutate(code.code);
    if (canFind) {
      leave();
      void navigate(`/search?q=${encodeURIComponent(words)}`);
      return;
    }
    const [first] = items;
    if (first) pick(first);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') leave();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosen(moved(chosen, event.key === 'ArrowDown' ? 1 : -1, items.length));
    }
  };
  return (
    <search
      className="palette"
      // Whoever tabs into the list to scroll it has not left.
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <form onSubmit={submit}>
        <FramedInput
          ref={field}
          value={typed}
          maxLength={100}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(null);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
          before={<Icon of={SearchOutlined} />}
          placeholder={say(canFind ? 'find.placeholder' : 'find.placeholderPages')}
          aria-label={say('find.label')}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen === null ? undefined : items[chosen]?.id}
          autoComplete="off"
          after={<kbd className="key-hint find-hint">Ctrl K</kbd>}
        />
      </form>
      <PaletteList
        isOpen={isOpen}
        items={items}
        chosen={chosen}
        canFind={canFind}
        typed={typed}
        pick={pick}
      />
    </search>
  );
}

function PaletteList(props: {
  isOpen: boolean;
  items: readonly PaletteItem[];
  chosen: number | null;
  canFind: boolean;
  typed: string;
  pick: (item: PaletteItem) => void;
}) {
  const { say } = useWords();
  const { items, chosen } = props;
  if (!props.isOpen) return <div id={listId} role="listbox" aria-label={say('find.label')} hidden />;
  const groups = (['act', 'matter', 'page'] as const)
    .map((group) => ({ group, lines: items.filter((item) => item.group === group) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keys too
    <div className="palette-list" tabIndex={0}>
      <div id={listId} role="listbox" aria-label={say('find.label')}>
        {groups.map(({ group, lines }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of a listbox, not of fields
          <div key={group} role="group" aria-label={say(`find.group.${group}`)}>
            <div className="palette-group" aria-hidden="true">
              {say(`find.group.${group}`)}
            </div>
            {lines.map((item) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names its choice
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's
              <div
                key={item.id}
                id={item.id}
                role="option"
                aria-selected={chosen !== null && items[chosen] === item}
                className="palette-item"
                // The field must not lose the focus before the click is made.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => props.pick(item)}
              >
                <span className="palette-label">{item.label}</span>
                {item.detail && <span className="palette-detail">{item.detail}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {props.canFind && (
        <p className="palette-note">{say(props.typed.trim() ? 'find.enterSearches' : 'find.hint')}</p>
      )}
    </div>
  );
}

function useCtrlK(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
