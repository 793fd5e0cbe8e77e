/** What nobody typed on purpose: other spaces than the plain one, marks of no width, and space around lines. */
export function cleanCell(cell: string): string {
  return cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim();
}

/** A heading on one line, without the spaces and marks that are put into it so that it looks well: `编　号：` is `编号`. */
export function cleanHeading(cell: string): string {
  return cleanCell(cell)
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '')
    .replace(/[*＊:：]+$/, '')
    .trim();
}
