// Plain JavaScript without dependencies: it has to run on Node 20.19 in a clone where nothing is installed yet.
import { pathToFileURL } from 'node:url';
import { buildConsole, buildServer } from './build.mjs';
import { installDependencies } from './dependencies.mjs';
import { isRecentEnough, rerunOnRecentNode, stopWithParent } from './node-runtime.mjs';
import { explainAndExit } from './problem.mjs';
import { inCheckout } from './setup-process.mjs';
import { runTests } from './test-run.mjs';

const jobs = {
  start: async (args) => {
    await installDependencies();
    await buildServer();
    await buildConsole();
    await hand('dist/apps/desk/main.js', ['start', ...args]);
  },
  desk: async (args) => {
    await installDependencies();
    await buildServer();
    await hand('dist/apps/desk/main.js', args);
  },
  bench: async (args) => {
    await installDependencies();
    await buildServer();
    await buildConsole();
    await hand('dist/test/bench/main.js', args);
  },
  build: async () => {
    await installDependencies();
    await buildServer();
    await buildConsole({ evenIfFresh: true });
  },
  test: async (args) => {
    await installDependencies();
    process.exitCode = await runTests(args);
  },
};

const [job = 'start', ...args] = process.argv.slice(2);
try {
  if (!jobs[job]) throw new Error(`start.mjs knows ${Object.keys(jobs).join(', ')}, not "${job}"`);
  stopWithParent();
  if (isRecentEnough(process.versions.node)) {
    await jobs[job](args);
  } else {
    process.exitCode = await rerunOnRecentNode(process.argv.slice(1));
  }
} catch (error) {
  explainAndExit(error);
}

/** In this very process: one Node fewer in memory, and signals arrive where they are handled. */
async function hand(script, rest) {
  const path = inCheckout(script);
  process.argv = [process.execPath, path, ...rest];
  await import(pathToFileURL(path).href);
}
