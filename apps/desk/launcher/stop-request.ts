const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** One Ctrl-C arrives twice under npm: from the terminal and passed on by npm. */
const SAME_REQUEST_MS = 1_000;

/** Aborts at the first request to stop; a second one calls `force`. */
export function onStopRequest(force: () => void): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  const request = () => {
    if (!controller.signal.aborted) {
      firstAt = Date.now();
      controller.abort(new StopRequested());
      return;
    }
    if (Date.now() - firstAt > SAME_REQUEST_MS) force();
  };
  for (const signal of SIGNALS) process.on(signal, request);
  return controller.signal;
}

export class StopRequested extends Error {}

export function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) return done();
    signal.addEventListener('abort', () => done(), { once: true });
  });
}
