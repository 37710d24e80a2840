/** From here on people are told: it is no hiccup. About a minute after its time. */
export const STUCK_AFTER_FAILURES = 6;

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 600_000;

/** When a reply that failed to leave is tried again; it is never given up, only less and less often in the way of others. */
export function nextLeavingTryAt(now: Date, failures: number): Date {
  return new Date(now.getTime() + Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS));
}

/** From then on it counts as one that cannot leave by itself. */
export function isStuck({ state, leavingFailures }: { state: string; leavingFailures: number }): boolean {
  return state === 'waiting' && leavingFailures >= STUCK_AFTER_FAILURES;
}
