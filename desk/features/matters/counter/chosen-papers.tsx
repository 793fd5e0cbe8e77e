import { useRef } from 'react';
import { type PaperKind, paperKinds } from '#domain/matters/vocabulary.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { Select } from '../../../design-system/antd/select.tsx';

export type ChosenPaper = { file: File; kind: PaperKind };

const mostFiles = 10;
const mostBytes = 20 * 1024 * 1024;

/** Papers the visitor brought. They are sent once the matter exists; a draft cannot hold them, and says so. */
export function ChosenPapers(props: { papers: ChosenPaper[]; setPapers: (papers: ChosenPaper[]) => void }) {
  const { say, shared } = useWords();
  const picker = useRef<HTMLInputElement>(null);
  const { papers, setPapers } = props;
  const tooBig = papers.filter(({ file }) => file.size > mostBytes);
  return (
    <section className="field" aria-label={say('counter.papers')}>
      <div className="field-head">
        <strong>{say('counter.papers')}</strong>
      </div>
      <p className="faint field-hint">{say('counter.papersHint')}</p>
      {papers.length > 0 && (
        <ul className="chosen-papers">
          {papers.map((paper) => (
            <li key={`${paper.file.name} ${paper.file.lastModified} ${paper.file.size}`}>
              <span className="paper-name">{paper.file.name}</span>
              <Select
                size="small"
                value={paper.kind}
                onChange={(kind) => setPapers(papers.map((one) => (one === paper ? { ...one, kind } : one)))}
                options={paperKinds.map((one) => ({ value: one, label: shared.paperKinds[one] }))}
                aria-label={say('papers.kind')}
                popupMatchSelectWidth={false}
              />
              <button
                type="button"
                className="text-button"
                onClick={() => setPapers(papers.filter((one) => one !== paper))}
              >
                {say('party.remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {(tooBig.length > 0 || papers.length > mostFiles) && (
        <p className="field-fault" role="alert">
          {say('counter.papersTooBig')}
        </p>
      )}
      <div>
        <Button size="small" onClick={() => picker.current?.click()}>
          {say('papers.add')}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={say('papers.choose')}
        onChange={(event) => {
          const added = [...(event.target.files ?? [])].map((file) => ({ file, kind: 'evidence' as const }));
          setPapers([...papers, ...added].slice(0, mostFiles));
          event.target.value = '';
        }}
      />
    </section>
  );
}
