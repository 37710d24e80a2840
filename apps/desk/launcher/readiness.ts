import { setTimeout as pause } from 'node:timers/promises';
import { OperatorProblem } from '../operator-problem.js';

const PATIENCE_MS = 90_000;

/** Waits until the address answers 200; throws which of its dependencies were down when the time is over. */
export async function becomesReady(name: string, url: string, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = 'it does not answer';
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    const answer = await ask(url);
    if (answer === 'ready') return;
    last = answer;
    await pause(100);
  }
  throw new OperatorProblem(`The ${name} process is not ready after ${PATIENCE_MS / 1000} s: ${last}.`);
}

/** 'ready', or in words why not. */
export async function ask(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    const body = await response.text();
    return response.ok ? 'ready' : `it answers ${response.status} ${downIn(body)}`.trim();
  } catch {
    return 'it does not answer';
  }
}

function downIn(body: string): string {
  try {
    const { dependencies = {} } = JSON.parse(body) as { dependencies?: Record<string, string> };
    const down = Object.keys(dependencies).filter((name) => dependencies[name] === 'down');
    return down.length > 0 ? `(${down.join(', ')} down)` : '';
  } catch {
    return '';
  }
}
