import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { checkoutFolder } from '../infrastructure/checkout.js';
import { OperatorProblem } from '../operator-problem.js';
import type { AppLog } from './app-log.js';
import { say } from './progress.js';

/** Longer than the processes give themselves. */
const STOP_MS = 20_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** One that ran this long did not die of what its predecessor died of. */
const HEALTHY_MS = 60_000;

export interface App {
  name: string;
  script: string;
  env: NodeJS.ProcessEnv;
  log: AppLog;
}

/** One of our processes: started again when it dies, ended when asked to. */
export class AppProcess {
  private child: ChildProcess | undefined;
  private isStopping = false;
  private wasReady = false;
  private waitMs = FIRST_WAIT_MS;
  private fail: (error: Error) => void = () => undefined;
  /** Rejects when the process ends before it was ever ready: then starting again would not help. */
  readonly failure: Promise<never>;

  constructor(private readonly app: App) {
    this.failure = new Promise((_, reject) => {
      this.fail = reject;
    });
    this.failure.catch(() => undefined);
  }

  start(): void {
    const startedAt = Date.now();
    // Detached: Ctrl-C reaches every process of the terminal, and these are to be stopped in order.
    // The channel tells them when this process was killed: they stop then.
    const child = spawn(process.execPath, [this.app.script], {
      cwd: checkoutFolder(),
      env: this.app.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    if (child.stdout && child.stderr) this.app.log.follow(child.stdout, child.stderr);
    child.on('error', (error) => this.fail(error));
    child.on('close', (code, signal) => void this.ended(signal ?? `code ${code}`, Date.now() - startedAt));
  }

  markReady(): void {
    this.wasReady = true;
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    const { child } = this;
    if (!child || hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await Promise.race([ended, pause(STOP_MS, undefined, { ref: false })]);
    if (hasEnded(child)) return;
    say(`  ${this.app.name} did not stop within ${STOP_MS / 1000} s and is ended`);
    this.kill();
    await ended;
  }

  kill(): void {
    this.isStopping = true;
    this.child?.kill('SIGKILL');
  }

  private async ended(how: string, livedMs: number): Promise<void> {
    if (this.isStopping) return;
    const said = this.app.log.lastComplaint;
    if (!this.wasReady) {
      const reason = said || `it ended with ${how} and said nothing`;
      return this.fail(new OperatorProblem(`The ${this.app.name} process could not start: ${reason}`));
    }
    if (livedMs > HEALTHY_MS) this.waitMs = FIRST_WAIT_MS;
    say(`  ${this.app.name} ended (${how}); starting it again in ${this.waitMs / 1000} s`);
    await pause(this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
    if (!this.isStopping) this.start();
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
