import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { checkoutFolder } from '../infrastructure/checkout.js';
import { freePort, isPortFree } from '../infrastructure/free-port.js';

const ports = { SITE_PORT: await freePort(), API_PORT: await freePort(), WORKER_PORT: await freePort() };
const folder = temporaryFolder();
const { DATABASE_URL: _d, REDIS_URL: _r, ...inherited } = process.env;
const env = {
  ...inherited,
  DATA_DIR: folder,
  ...Object.fromEntries(Object.entries(ports).map(([k, v]) => [k, String(v)])),
};

describe('npm start', () => {
  const started: ChildProcess[] = [];
  afterEach(() => {
    for (const desk of started) desk.kill('SIGKILL');
  });

  // One story, because a start takes seconds.
  it('answers on three addresses, survives its own violent death, and stops all of it at Ctrl-C', async () => {
    const first = start();
    await first.says('is ready after');
    expect(await statuses()).toEqual([200, 200, 200]);

    const second = start();
    expect(await second.ended).toBe(1);
    await second.says('already running in this checkout');

    first.desk.kill('SIGKILL');
    await until(allFree);

    const next = start();
    await next.says('PostgreSQL found running');
    await next.says('demo found');
    await next.says('is ready after');
    next.desk.kill('SIGINT');
    expect(await next.ended).toBe(0);
    expect(await allFree()).toBe(true);
  }, 120_000);

  function start() {
    const desk = spawn(process.execPath, [join(checkoutFolder(), 'dist/apps/desk/main.js'), 'start'], { env });
    started.push(desk);
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    for (const stream of [desk.stdout, desk.stderr]) stream.on('data', keep);
    const ended = once(desk, 'close').then(([code]) => code as number | null);
    const says = (text: string) => until(async () => output.includes(text) || hasEnded(desk, output));
    return { desk, ended, says };
  }
});

function hasEnded(desk: ChildProcess, output: string): false {
  if (desk.exitCode !== null) throw new Error(`npm start ended with code ${desk.exitCode}:\n${output}`);
  return false;
}

function statuses(): Promise<number[]> {
  const ask = async (port: number) => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status;
  return Promise.all(Object.values(ports).map(ask));
}

async function allFree(): Promise<boolean> {
  return (await Promise.all(Object.values(ports).map((port) => isPortFree(port)))).every(Boolean);
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 40_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('waited 40 seconds in vain');
    await pause(100);
  }
}
