import { Modal } from '../../design-system/antd/modal.tsx';
import { KeyHint } from '../../design-system/marks/key-hint.tsx';
import { useWords, type WordKey } from '../language/words.tsx';

const groups: { title: WordKey; keys: [keys: string, word: WordKey][] }[] = [
  {
    title: 'keys.everywhere',
    keys: [
      ['Ctrl K', 'keys.find'],
      ['?', 'keys.title'],
      ['Esc', 'keys.escape'],
    ],
  },
  {
    title: 'keys.queue',
    keys: [
      ['J', 'keys.next'],
      ['K', 'keys.previous'],
      ['Enter', 'keys.open'],
      ['X', 'keys.select'],
    ],
  },
  {
    title: 'keys.matter',
    keys: [
      ['A … Z', 'keys.letters'],
      ['L', 'keys.log'],
      ['P', 'keys.paper'],
    ],
  },
  {
    title: 'keys.counter',
    keys: [
      ['Enter', 'keys.nextField'],
      ['Ctrl Enter', 'keys.save'],
    ],
  },
];

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { say } = useWords();
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={say('keys.title')} destroyOnHidden>
      <div className="keys-list">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{say(group.title)}</h3>
            <dl>
              {group.keys.map(([keys, word]) => (
                <div key={keys}>
                  <dt>
                    <KeyHint keys={keys} />
                    <span className="only-read-aloud">{keys}</span>
                  </dt>
                  <dd>{say(word)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
