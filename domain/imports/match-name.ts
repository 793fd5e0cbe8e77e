import { toHalfWidth } from '#domain/parties/identifier-text.ts';

export type Named = { readonly code: string; readonly name: string };
export type Matched =
  | { readonly how: 'sure'; readonly code: string }
  | { readonly how: 'doubtful'; readonly suggested: string | null };

const bare = (text: string): string =>
  toHalfWidth(text)
    .replace(/[\s、,./·()\-—]/g, '')
    .toLowerCase();
const endings = /(街道办事处|街道|办事处|苏木|镇|乡|区|旗|县|市|社区|纠纷|争议|类|问题)+$/;
const root = (text: string): string => bare(text).replace(endings, '') || bare(text);

/**
 * Matches what somebody typed with a list of the city's: by its code, by its name, or by the only name with the same root
 * (`先锋道` for `先锋道街道`). Anything else is doubtful, with the likeliest as a suggestion, for a person to decide.
 */
export function nameMatcher(all: readonly Named[]): (typed: string) => Matched {
  const sure = new Map<string, string | null>();
  const add = (key: string, code: string): void => {
    const known = sure.get(key);
    sure.set(key, known === undefined || known === code ? code : null);
  };
  const names = new Map<string, string | null>();
  for (const { code, name } of all) {
    add(code, code);
    const before = names.get(bare(name));
    names.set(bare(name), before === undefined || before === code ? code : null);
  }
  const roots = all.map(({ code, name }) => ({ code, root: root(name) }));
  for (const one of roots) add(`root:${one.root}`, one.code);
  return (typed) => {
    const text = bare(typed);
    const code = sure.get(text) ?? names.get(text) ?? sure.get(`root:${root(typed)}`);
    if (code) return { how: 'sure', code };
    const near = roots.filter(
      (one) => one.root.length > 1 && (text.includes(one.root) || one.root.includes(root(typed))),
    );
    return {
      how: 'doubtful',
      suggested:
        near.length === 0 ? null : (near.sort((a, b) => b.root.length - a.root.length)[0]?.code ?? null),
    };
  };
}
