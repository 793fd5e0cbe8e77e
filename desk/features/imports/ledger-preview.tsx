import type { LookAnswer } from '#contract/imports/imports.ts';
import type { ImportField } from '#domain/imports/read-row.ts';
import { useWords } from '../../app/language/words.tsx';
import { EmptyState } from '../../design-system/states/empty-state.tsx';

/** The first rows: what was understood, and what was typed where that is something else. */
export function LedgerPreview({ look }: { look: LookAnswer }) {
  const { say } = useWords();
  const fields = Object.keys(look.columns) as ImportField[];
  return (
    <section className="imports-part" aria-labelledby="import-preview">
      <h2 id="import-preview">{say('imports.preview', { count: look.rows.length })}</h2>
      {look.title !== '' && <p className="soft">{say('imports.previewTitle', { title: look.title })}</p>}
      {look.year !== null && <p className="soft">{say('imports.previewYear', { year: look.year })}</p>}
      {look.rows.length === 0 && <EmptyState>{say('imports.previewNone')}</EmptyState>}
      {look.rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by its focus.
        <section className="data-table" tabIndex={0} aria-labelledby="import-preview">
          <table>
            <thead>
              <tr>
                <th scope="col">{say('imports.row')}</th>
                {fields.map((field) => (
                  <th key={field} scope="col">
                    {say(`imports.field.${field}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {look.rows.map((row) => (
                <PreviewRow key={row.row} row={row} look={look} fields={fields} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

type RowProps = {
  readonly row: LookAnswer['rows'][number];
  readonly look: LookAnswer;
  readonly fields: readonly ImportField[];
};

function PreviewRow({ row, look, fields }: RowProps) {
  const { say } = useWords();
  const cellOf = (field: ImportField): string =>
    row.cells[look.headings.indexOf(look.columns[field] ?? '')] ?? '';
  return (
    <>
      <tr>
        <th scope="row">{row.row}</th>
        {fields.map((field) => {
          const found = row.understood.find((one) => one.field === field);
          const read = found?.read ?? cellOf(field);
          return (
            <td key={field} className="import-cell">
              {read}
              {found && found.typed !== '' && found.typed !== found.read && (
                <span className="faint import-typed">{say('imports.typed', { typed: found.typed })}</span>
              )}
            </td>
          );
        })}
      </tr>
      {row.fault !== null && (
        <tr className="import-fault">
          <td colSpan={fields.length + 1}>{row.fault}</td>
        </tr>
      )}
    </>
  );
}
