import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { checkoutFolder } from '../../../apps/desk/infrastructure/checkout.js';
import { OperatorProblem } from '../../../apps/desk/operator-problem.js';
import type { Workbench } from './workbench.js';

const COMPLAINT_CHARACTERS = 4_000;

export interface Child {
  process: ChildProcess;
  /** Rejects when the process ends although nobody stopped it. */
  failure: Promise<never>;
  stop(): Promise<void>;
}

/** A process of its own, as in production. Its log goes nowhere; what it complains of is kept for the error. */
export function startChild(workbench: Workbench, script: string, env: Record<string, string>): Child {
  // Detached: Ctrl-C reaches every process of the terminal, and these are stopped in order.
  const child = spawn(process.execPath, [join(checkoutFolder(), script)], {
    cwd: checkoutFolder(),
    env: { ...process.env, NODE_ENV: 'production', ...env },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-COMPLAINT_CHARACTERS);
  });
  let isStopping = false;
  const ended = once(child, 'close');
  const failure = ended.then(([code, signal]) => {
    if (isStopping) return new Promise<never>(() => undefined);
    throw new OperatorProblem(`${script} ended with ${signal ?? `code ${code}`}: ${said.trim() || 'it said nothing'}`);
  });
  failure.catch(() => undefined);
  const stop = async () => {
    isStopping = true;
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
  };
  workbench.parts.add({ stop, kill: () => child.kill('SIGKILL') });
  return { process: child, failure, stop };
}
