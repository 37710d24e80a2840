import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkoutFolder } from '../../apps/desk/infrastructure/checkout.js';

/** The built worker as a process of its own, which may be killed as the machine's power would. */
export class WorkerProcess {
  private child: ChildProcess | undefined;

  constructor(private readonly env: Record<string, string>) {}

  start(): void {
    const main = join(checkoutFolder(), 'dist', 'apps', 'worker', 'main.js');
    if (!existsSync(main)) throw new Error('the worker is not built: run the specs by npm test');
    this.child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, ...this.env },
      // Its log level is that of the desk: silent unless TEST_LOG_LEVEL says otherwise.
      stdio: ['ignore', 'inherit', 'inherit'],
    });
  }

  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}
