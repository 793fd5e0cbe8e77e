import { useRef, useState } from 'react';
import type { MatterView, PaperView } from '#contract/matters/matter.ts';
import { type PaperKind, paperKinds, type Seat, seats } from '#domain/matters/vocabulary.ts';
import { download } from '../../../app/api/download.ts';
import { useKeys } from '../../../app/keys/use-keys.ts';
import { useWords } from '../../../app/language/words.tsx';
import { Button } from '../../../design-system/acts/button.tsx';
import { fileSize } from '../../../design-system/file-size.ts';
import { Checkboxes } from '../../../design-system/forms/choices.tsx';
import { KeyHint } from '../../../design-system/marks/key-hint.tsx';
import { ErrorState } from '../../../design-system/states/error-state.tsx';
import { useNotice } from '../../../design-system/states/notice.tsx';
import { Instant } from '../../../design-system/time/instant.tsx';
import { useAddPapers } from './use-add-papers.ts';

/** The papers of the file; more are added here, with the progress of their sending. */
export function Papers({ matter }: { matter: MatterView }) {
  const { say, shared } = useWords();
  const mayAdd = matter.allowedActions.some(({ action }) => action === 'add-paper');
  const [kind, setKind] = useState<PaperKind>('evidence');
  const [forSeats, setForSeats] = useState<Seat[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const sending = useAddPapers(matter);
  useKeys({ p: mayAdd ? () => picker.current?.click() : undefined });
  return (
    <section className="card" aria-labelledby="papers">
      <h2 id="papers">
        {say('matter.papers')} <span className="faint">{matter.papers.length}</span>
      </h2>
      {matter.papers.length === 0 && <p className="soft">{say('papers.none')}</p>}
      <ul className="papers">
        {matter.papers.map((paper) => (
          <Paper key={paper.id} paper={paper} />
        ))}
      </ul>
      {mayAdd && (
        <div className="form-acts not-printed">
          <select
            className="native-field"
            value={kind}
            onChange={(event) => setKind(event.target.value as PaperKind)}
            aria-label={say('papers.kind')}
          >
            {paperKinds.map((one) => (
              <option key={one} value={one}>
                {shared.paperKinds[one]}
              </option>
            ))}
          </select>
          <span className="soft" aria-hidden="true">
            {say('papers.for')}
          </span>
          <Checkboxes
            value={forSeats}
            onChange={setForSeats}
            options={seats.map((seat) => ({ value: seat, label: shared.seats[seat] }))}
            aria-label={say('papers.for')}
          />
          {forSeats.length === 0 && <span className="faint">{say('papers.forNobody')}</span>}
          <Button onClick={() => picker.current?.click()} disabled={sending.share !== undefined}>
            {say('papers.add')} <KeyHint keys="P" />
          </Button>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            aria-label={say('papers.choose')}
            onChange={(event) => {
              sending.send([...(event.target.files ?? [])], kind, forSeats);
              setForSeats([]);
              event.target.value = '';
            }}
          />
        </div>
      )}
      {sending.share !== undefined && (
        <progress
          className="papers-progress"
          max={1}
          value={sending.share}
          aria-label={say('papers.sending')}
        />
      )}
      {sending.error !== undefined && (
        <ErrorState error={sending.error} kept={say('papers.nothingAdded')} retry={sending.again} />
      )}
    </section>
  );
}

function Paper({ paper }: { paper: PaperView }) {
  const { say, shared } = useWords();
  const tell = useNotice();
  const save = () => download(paper.href, paper.name).catch(() => tell(say('papers.notDownloaded')));
  return (
    <li>
      <button type="button" className="text-button paper-name" onClick={save}>
        {paper.name}
      </button>
      <p className="faint">
        {paper.kindLabel} · {fileSize(paper.sizeBytes)} · {paper.addedBy} · <Instant at={paper.addedAt} />
        {paper.forSeats.length > 0 &&
          ` · ${say('papers.forLabel', { seats: paper.forSeats.map((seat) => shared.seats[seat]).join('、') })}`}
      </p>
      {paper.isInConfidence && <p className="papers-confidence">{say('papers.inConfidence')}</p>}
    </li>
  );
}
