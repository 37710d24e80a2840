import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  resolve: {
    alias: [{ find: /^#(contracts|domain)\/(.*)\.js$/, replacement: `${root}libs/$1/$2.ts` }],
  },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: `${root}dist/apps/console`,
    emptyOutDir: true,
    target: 'es2022',
    // The api's content security policy allows no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Mantine's modules say "use client", which means nothing in a bundle.
      onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
    },
  },
});
