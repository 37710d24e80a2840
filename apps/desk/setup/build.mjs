import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bringOver, fingerprint } from './build-files.mjs';
import { exclusively } from './exclusive.mjs';
import { SetupProblem } from './problem.mjs';
import { capture, inCheckout, timed } from './setup-process.mjs';

const SERVER = ['apps', 'libs', 'test/bench', 'test/support'];
const CONSOLE = ['apps/console', 'libs/contracts', 'libs/domain', 'package.json', 'package-lock.json'];
const consoleStamp = inCheckout('dist/apps/console/.built-from');

/** Always: it takes less time than to find out whether it is needed. What is unchanged is not touched. */
export async function buildServer() {
  const folders = SERVER.filter((folder) => existsSync(inCheckout(folder)));
  await exclusively('build', async () => {
    await aside('server', async (target) => {
      await tool(
        '@swc/cli/bin/swc.js',
        [...folders, '-d', target, '--ignore', 'apps/desk/setup/**', '--quiet'],
        'The server does not compile',
      );
      bringOver({ from: target, to: inCheckout('dist'), keep: ['apps/console', '.aside'] });
    });
  });
}

/** Only when its sources changed, unless told otherwise. */
export async function buildConsole({ evenIfFresh = false } = {}) {
  const wanted = fingerprint(CONSOLE);
  const isFresh = () => existsSync(consoleStamp) && readFileSync(consoleStamp, 'utf8') === wanted;
  if (isFresh() && !evenIfFresh) return;
  await exclusively('build', async () => {
    if (isFresh() && !evenIfFresh) return;
    await timed('Building the console', () =>
      aside('console', async (target) => {
        const args = ['build', inCheckout('apps/console'), '--outDir', target, '--emptyOutDir', '--logLevel', 'error'];
        await tool('vite/bin/vite.js', args, 'The console does not build');
        rmSync(consoleStamp, { force: true });
        bringOver({ from: target, to: inCheckout('dist/apps/console'), keep: [] });
        writeFileSync(consoleStamp, wanted);
      }),
    );
  });
}

/** Built beside and moved over file by file, so that a build that breaks off leaves the last good one. */
async function aside(name, act) {
  const target = inCheckout('dist/.aside', name);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await act(target);
  rmSync(target, { recursive: true, force: true });
}

async function tool(script, args, complaint) {
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await capture(process.execPath, [inCheckout('node_modules', script), ...args], { env });
  if (code === 0) return;
  process.stderr.write(`${output.trim()}\n`);
  throw new SetupProblem(`${complaint}; the reason stands above.`);
}
