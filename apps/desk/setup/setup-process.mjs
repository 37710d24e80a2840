import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

export function inCheckout(...parts) {
  return join(root, ...parts);
}

/** Prints one line when it starts and one with the seconds when it is done; says every 15 s that it still works. */
export async function timed(what, act) {
  const from = performance.now();
  const seconds = () => `${((performance.now() - from) / 1000).toFixed(1)} s`;
  process.stderr.write(`  ${what} …\n`);
  const heartbeat = setInterval(() => process.stderr.write(`  … still at it after ${seconds()}\n`), 15_000);
  try {
    await act();
    process.stderr.write(`  ${what}: done in ${seconds()}\n`);
  } finally {
    clearInterval(heartbeat);
  }
}

/** Runs to the end and answers {code, output}; `code` is null when the program could not be started. */
export function capture(program, args, { cwd = root, env = process.env } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const stop = (signal) => {
      child.kill(signal);
      process.exit(signal === 'SIGINT' ? 130 : 143);
    };
    for (const signal of SIGNALS) process.once(signal, stop);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ code: null, output: error.message }));
    child.on('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, stop);
      done({ code: code ?? signal, output });
    });
  });
}

/** Runs on this terminal, passes SIGINT and SIGTERM on, and answers the exit code. */
export function attend(program, args, { env = process.env, ipc = false } = {}) {
  return new Promise((done, fail) => {
    const stdio = ['inherit', 'inherit', 'inherit', ...(ipc ? ['ipc'] : [])];
    const child = spawn(program, args, { cwd: root, env, stdio });
    const pass = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, pass);
      done(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}
