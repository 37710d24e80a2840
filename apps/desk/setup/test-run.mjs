import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { buildConsole, buildServer } from './build.mjs';
import { attend, inCheckout } from './setup-process.mjs';

/** Without arguments everything, stopping at the first stage that fails; with arguments only Jest, with those. */
export async function runTests(args) {
  if (args.length === 0) {
    const checks = [
      ['Lint and format', ['@biomejs/biome/bin/biome', 'check', '.']],
      ['Types', ['typescript/bin/tsc', '--noEmit']],
    ];
    for (const [title, [script, ...rest]] of checks) {
      heading(title);
      const code = await node([inCheckout('node_modules', script), ...rest]);
      if (code !== 0) return stoppedAt(title, code);
    }
  }
  heading('Build');
  await buildServer();
  if (args.length === 0 || mayOpenConsole(args)) await buildConsole();
  heading('Specs');
  return jest(args);
}

function mayOpenConsole(args) {
  return !existsSync(inCheckout('dist/apps/console/index.html')) || args.some((arg) => arg.includes('journeys'));
}

async function jest(args) {
  const { sweepTestServers } = await import(pathToFileURL(inCheckout('dist/test/support/sweep.js')).href);
  try {
    const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
    return await node([
      ...flags,
      inCheckout('node_modules/jest/bin/jest.js'),
      '--config',
      'test/jest.config.js',
      ...args,
    ]);
  } finally {
    await sweepTestServers();
  }
}

function node(args) {
  return attend(process.execPath, args);
}

function heading(title) {
  process.stdout.write(`\n== ${title}\n`);
}

function stoppedAt(title, code) {
  process.stdout.write(`\n${title} failed: nothing after it was run.\n`);
  return code;
}
