import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { AppLog } from './app-log.js';
import { AppProcess } from './app-process.js';
import { LogFile } from './log-file.js';

describe('a process of the desk', () => {
  it('says in one sentence why it could not start', async () => {
    const { app } = appOf(`process.stderr.write('Port 8081 is taken.\\n'); process.exitCode = 1;`);
    app.start();
    await expect(app.failure).rejects.toThrow('The api process could not start: Port 8081 is taken.');
  });

  it('is started again when it dies after it was ready', async () => {
    const { app, folder, runs } = appOf(`appendFileSync('RUNS', 'x'); setInterval(() => {}, 1000);`);
    app.start();
    await until(() => runs() === 1);
    app.markReady();
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL');
    await until(() => runs() === 2);
    await app.stop();
    await pause(700);
    expect(runs()).toBe(2);
  });

  it('finishes what it has in hand when it is asked to stop', async () => {
    const { app, folder, runs } = appOf(`
      process.on('SIGTERM', () => setTimeout(() => { writeFileSync('DONE', ''); process.exit(0); }, 100));
      appendFileSync('RUNS', 'x');
      setInterval(() => {}, 1000);`);
    app.start();
    await until(() => runs() === 1);
    await app.stop();
    expect(existsSync(join(folder, 'done'))).toBe(true);
  });

  it('keeps its log in a file', async () => {
    const { app, folder, runs } = appOf(`console.log('{"level":30,"msg":"hello"}'); appendFileSync('RUNS', 'x');`);
    app.markReady();
    app.start();
    await until(() => runs() === 1 && existsSync(join(folder, 'api.log')));
    await app.stop();
    await until(() => readFileSync(join(folder, 'api.log'), 'utf8').includes('hello'));
  });
});

function appOf(body: string) {
  const folder = temporaryFolder();
  const script = join(folder, 'app.mjs');
  const placed = body.replaceAll('RUNS', join(folder, 'runs')).replaceAll('DONE', join(folder, 'done'));
  const pid = `writeFileSync('${join(folder, 'pid')}', String(process.pid));`;
  writeFileSync(script, `import { appendFileSync, writeFileSync } from 'node:fs';\n${pid}\n${placed}\n`);
  const log = new AppLog('api', new LogFile(join(folder, 'api.log')));
  const app = new AppProcess({ name: 'api', script, env: process.env, log });
  const runs = () => (existsSync(join(folder, 'runs')) ? readFileSync(join(folder, 'runs'), 'utf8').length : 0);
  return { app, folder, runs };
}

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error('waited ten seconds in vain');
    await pause(20);
  }
}
