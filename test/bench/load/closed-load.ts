import { OperatorProblem } from '../../../apps/desk/operator-problem.js';
import { median, percentile } from '../report/statistics.js';
import { type Answer, HttpConnection } from './http-connection.js';

export interface ClosedLoad {
  url: string;
  connections: number;
  seconds: number;
  signal: AbortSignal;
  /** The bytes of the next request. */
  next(): Buffer;
  expected: number;
}

export interface LoadResult {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/** Each connection sends its next request when the last was answered. Throws when an answer is not the expected one. */
export async function closedLoad(load: ClosedLoad): Promise<LoadResult> {
  const connections = await Promise.all(Array.from({ length: load.connections }, () => HttpConnection.open(load.url)));
  const latencies: number[] = [];
  const from = performance.now();
  const until = from + load.seconds * 1_000;
  await Promise.all(
    connections.map(async (connection) => {
      while (performance.now() < until) {
        load.signal.throwIfAborted();
        const sentAt = performance.now();
        check(await connection.send(load.next()), load.expected);
        latencies.push(performance.now() - sentAt);
      }
    }),
  ).finally(() => {
    for (const connection of connections) connection.close();
  });
  const seconds = (performance.now() - from) / 1_000;
  return {
    perSecond: latencies.length / seconds,
    p50: median(latencies),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
  };
}

export function check({ status, body }: Answer, expected: number): void {
  if (status === expected) return;
  throw new OperatorProblem(
    `The bench expected ${expected} and was answered ${status}: ${body.toString().slice(0, 300)}`,
  );
}

export function loadInWords({ perSecond, p99 }: LoadResult): string {
  return `${Math.round(perSecond).toLocaleString('en')}/s (p99 ${p99.toFixed(1)} ms)`;
}
