/** Identifiers as people type them: full-width forms from a Chinese keyboard, spaces and hyphens between groups. */

/** Turns full-width letters, digits and signs (U+FF01–U+FF5E, U+3000) into their half-width forms. */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/** The identifier without what people put between its groups, in capital half-width letters. */
export function bareIdentifier(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u00b7\u2010-\u2015-]/g, '')
    .toUpperCase();
}
