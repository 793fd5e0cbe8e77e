/** What nobody typed on purpose: other spaces than the plain one, marks of no width, and space around lines. */
export function cleanCell(cell: string): string {
  return cell
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

const marks = '*＊:：';

/** A heading on one line, without the spaces and marks that are put into it so that it looks well: `编　号：` is `编号`. */
export function cleanHeading(cell: string): string {
  const line = cleanCell(cell)
    .replace(/\s+/g, ' ')
    .replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, '');
  let end = line.length;
  while (end > 0 && marks.includes(line.charAt(end - 1))) end -= 1;
  return line.slice(0, end).trim();
}
