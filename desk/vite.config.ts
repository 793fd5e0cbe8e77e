import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { firstFiles } from './first-files.ts';
import { wordsAsData } from './words-as-data.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** `#domain/*` and `#contract/*` resolve through the `imports` of package.json, as everywhere else. */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [wordsAsData(), react(), firstFiles(join(here, 'pages/desk-pages.ts')), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // One style sheet for all pages is smaller than asking for six.
    cssCodeSplit: false,
    chunkSizeWarningLimit: 900,
    // The server's content policy allows no inline script, and the preload polyfill would be one.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // The name of a shared one would list every page that shares it.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) =>
          `assets/${name.replace(/(~.*)?\.\w+$/, '')}-[hash][extname]`,
        codeSplitting: {
          // Few files, each of which is needed whole: what every page begins with, the libraries apart because they
          // change with fewer releases; then what several pages share.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules|rolldown.runtime/, priority: 3 },
            { name: 'desk', tags: ['$initial'], priority: 2 },
            // What no page waits for stays out of what pages share.
            { name: 'antd', test: /node_modules\/(antd|@rc-component|@ant-design)\//, priority: 2 },
            { name: 'temporal', test: /node_modules\/temporal-/, priority: 2 },
            {
              name: 'parts',
              test: /\/(desk\/(app|design-system)\/(?!office|antd|tokens\/antd|marks\/qr)|domain\/.*vocabulary|contract\/|node_modules\/typebox)/,
              minShareCount: 2,
              priority: 2,
            },
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 2_000,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://127.0.0.1:8420' },
  },
});

/** Writes each text file once more as .br and .gz, which the server sends as they are. */
function compressed(): Plugin {
  const folder = join(here, 'dist/assets');
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(folder).filter((file) => /\.(js|css)$/.test(file))) {
        const content = readFileSync(join(folder, name));
        writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(folder, `${name}.gz`), gzipSync(content));
      }
    },
  };
}
