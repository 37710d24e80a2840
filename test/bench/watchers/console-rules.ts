import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { checkoutFolder, dataFolder } from '../../../apps/desk/infrastructure/checkout.js';

export type ConsoleRules = typeof import('../../../apps/console/lib/keys.js') &
  typeof import('../../../apps/console/lib/refetch-limiter.js') &
  typeof import('../../../apps/console/lib/rung.js');

const MODULES = ['keys', 'refetch-limiter', 'rung'] as const;

/** What the console itself refetches when it is rung, and how often: built from its sources as the console is, not told again. */
export async function consoleRules(): Promise<ConsoleRules> {
  const root = checkoutFolder();
  const outDir = dataFolder('bench', 'console-rules');
  const entry = Object.fromEntries(MODULES.map((name) => [name, `${root}/apps/console/lib/${name}.ts`]));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^#(contracts|domain)\/(.*)\.js$/, replacement: `${root}/libs/$1/$2.ts` }] },
    build: { outDir, emptyOutDir: true, lib: { entry, formats: ['es'], fileName: (_, name) => `${name}.mjs` } },
  });
  const parts = await Promise.all(MODULES.map((name) => import(pathToFileURL(`${outDir}/${name}.mjs`).href)));
  return Object.assign({}, ...parts) as ConsoleRules;
}
