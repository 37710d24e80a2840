import { setTimeout as pause } from 'node:timers/promises';
import { acceptedSchema } from '#contracts/intake.http.js';
import type { CitizensMessages } from '../load/citizens-messages.js';
import { check } from '../load/closed-load.js';
import { ConnectionPool } from '../load/connection-pool.js';
import { steadyLoad } from '../load/steady-load.js';
import { percentile } from '../report/statistics.js';
import { LiveOfficer } from './live-officer.js';

const CONNECTIONS = 16;
/** What has not arrived this long after the last was sent counts as never. */
const PATIENCE_MS = 20_000;

export interface LiveResult {
  p50: number;
  p99: number;
  missing: number;
}

export interface SceneOptions {
  url: string;
  messages: CitizensMessages;
  /** Of each officer: its cookie or, for the floor, its department. */
  officers: readonly Record<string, string>[];
  signal: AbortSignal;
}

/** Citizens who write and officers who watch; the same for the floor and the product. */
export class LiveScene {
  private readonly connections: ConnectionPool;
  private readonly officers: LiveOfficer[];
  private sentAt = new Map<string, number>();
  private shownAt = new Map<string, number>();
  private failure: unknown;

  constructor(private readonly options: SceneOptions) {
    const { url, officers } = options;
    this.connections = new ConnectionPool(url);
    this.officers = officers.map(
      (headers) =>
        new LiveOfficer({
          url,
          headers,
          connections: this.connections,
          onRow: (id) => void this.shownAt.set(id, performance.now()),
          onFailure: (error) => {
            this.failure ??= error;
          },
        }),
    );
  }

  async open(): Promise<void> {
    await this.connections.warm(CONNECTIONS);
    await Promise.all(this.officers.map((officer) => officer.connect()));
  }

  /** From sending the POST until the assigned officer's client has the row. */
  async play(perSecond: number, seconds: number): Promise<LiveResult> {
    this.sentAt = new Map();
    this.shownAt = new Map();
    const { signal } = this.options;
    await steadyLoad({ perSecond, seconds, signal, start: () => this.write() });
    await this.allShown();
    const latencies = [...this.sentAt].map(([id, at]) => (this.shownAt.get(id) ?? Number.POSITIVE_INFINITY) - at);
    const missing = latencies.filter((latency) => latency === Number.POSITIVE_INFINITY).length;
    return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), missing };
  }

  close(): void {
    for (const officer of this.officers) officer.close();
    this.connections.close();
  }

  private async write(): Promise<void> {
    const { request } = this.options.messages.next();
    const sentAt = performance.now();
    const answer = await this.connections.send(request);
    check(answer, 202);
    this.sentAt.set(acceptedSchema.parse(JSON.parse(answer.body.toString())).conversationId, sentAt);
  }

  private async allShown(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    while (performance.now() < deadline) {
      if (this.failure) throw this.failure;
      this.options.signal.throwIfAborted();
      if ([...this.sentAt.keys()].every((id) => this.shownAt.has(id))) return;
      await pause(20);
    }
  }
}
