const unfit = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as XML and HTML hold them; characters that XML cannot hold at all are left out. */
export function escaped(text: string): string {
  return text.replace(unfit, '').replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
