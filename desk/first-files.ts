import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: Set<string> } };

/** Writes into index.html which files the page of each address needs, for `public/first.js`. */
export function firstFiles(pagesFile: string): Plugin {
  return {
    name: 'first-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const pages = JSON.stringify(filesOfPages(readFileSync(pagesFile, 'utf8'), bundle));
        const tags = `<script type="application/json" id="files-of-pages">${pages}</script>\n    <script src="/first.js"></script>`;
        return html.replace(/(\s*)(<script type="module")/, `$1${tags}$1$2`);
      },
    },
  };
}

/** By address: the files of its page that are not every page's. */
function filesOfPages(source: string, bundle: Rolldown.OutputBundle): Record<string, string[]> {
  const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('the desk has no entry');
  const everybodys = closure(entry);
  const lazy = [...source.matchAll(/path: '([^']+)',[^}]*?import\('\.\/([^']+)'\)/g)];
  return Object.fromEntries(
    lazy.map(([, address = '', module = '']) => {
      const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/pages/${module}`));
      if (!page) throw new Error(`${module} has no file of its own: something imports it from the start`);
      const files = [...closure(page)].filter((file) => !everybodys.has(file));
      return [address, files.map((file) => `/${file}`)];
    }),
  );

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
