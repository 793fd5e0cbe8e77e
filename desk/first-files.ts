import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: Set<string> } };
type Files = Record<string, string[]>;

/** Writes into index.html which files the page of each address needs, and each language, for `public/first.js`. */
export function firstFiles(pagesFile: string): Plugin {
  return {
    name: 'first-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const files = JSON.stringify(filesOf(readFileSync(pagesFile, 'utf8'), bundle));
        const tags = `<script type="application/json" id="first-files">${files}</script>\n    <script src="/first.js"></script>`;
        return html.replace(/(\s*)(<script type="module")/, `$1${tags}$1$2`);
      },
    },
  };
}

/** By address, what is below it and language: the files that are not every page's. */
function filesOf(
  source: string,
  bundle: Rolldown.OutputBundle,
): Record<'pages' | 'below' | 'languages', Files> {
  const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('the desk has no entry');
  const everybodys = closure(entry);
  const pages: Files = {};
  const below: Files = {};
  for (const [, address = '', rest = ''] of source.matchAll(/path: '([^']+)',([\s\S]*?)\n {2}\}/g)) {
    const [page, ...more] = new Set(
      [...rest.matchAll(/import\('\.\/([^']+)'\)/g)].map(([, file = '']) => file),
    );
    if (!page) throw new Error(`${address} has no page`);
    const own = filesBeside(`/pages/${page}`, everybodys);
    pages[address] = own.map(asAddress);
    const further = more.flatMap((file) => filesBeside(`/pages/${file}`, new Set([...everybodys, ...own])));
    if (further.length > 0) below[address] = [...new Set(further)].map(asAddress);
  }
  const languages = Object.fromEntries(
    ['zh', 'en'].map((one) => [one, filesBeside(`/language/pack-${one}.ts`, everybodys).map(asAddress)]),
  );
  return { pages, below, languages };

  function filesBeside(module: string, others: ReadonlySet<string>): string[] {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
    if (!chunk) throw new Error(`${module} has no file of its own: something imports it from the start`);
    return [...closure(chunk)].filter((file) => !others.has(file));
  }

  function closure(chunk: Chunk, seen = new Set<string>()): Set<string> {
    if (seen.has(chunk.fileName)) return seen;
    seen.add(chunk.fileName);
    for (const css of chunk.viteMetadata?.importedCss ?? []) seen.add(css);
    for (const name of chunk.imports) {
      const next = chunks.find(({ fileName }) => fileName === name);
      if (next) closure(next, seen);
    }
    return seen;
  }
}

function asAddress(file: string): string {
  return `/${file}`;
}
