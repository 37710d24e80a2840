import { setTimeout as pause } from 'node:timers/promises';
import { type ColumnMap, type MessageField } from '../import/column-map.js';
import type { CsvFile } from '../import/csv-file.js';
import { tidyLine, tidyText } from '../import/tidy-text.js';
import type { IntakeClient, Sent } from './intake-client.js';
import { LatencyHistogram } from './latency-histogram.js';

export interface Replay {
  file: CsvFile;
  columns: ColumnMap;
  client: Pick<IntakeClient, 'send'>;
  department: string;
  /** Goes before every external id: the same run again is all duplicates, another one is new traffic. */
  runId: string;
  ratePerSecond: number;
  limit: number;
  signal: AbortSignal;
  onProgress(tally: ReplayTally): void;
}

export interface ReplayTally {
  sent: number;
  accepted: number;
  duplicate: number;
  refused: number;
  failed: number;
  /** Behind the rate because too many answers are outstanding. */
  late: number;
  latency: LatencyHistogram;
  /** Reasons of what was refused or failed, counted. */
  reasons: Map<string, number>;
}

const MOST_UNDER_WAY = 512;
const LATE_MS = 1_000;

/**
 * Sends rows at a rate, whether or not earlier ones are answered. Latency runs from the moment a row was due, so that a
 * desk that keeps the sender waiting does not look fast.
 */
export async function replayMessages(replay: Replay): Promise<ReplayTally> {
  const { signal, ratePerSecond, limit } = replay;
  const tally = emptyTally();
  const underWay = new Set<Promise<void>>();
  const failure = { error: undefined as unknown };
  const startedAt = performance.now();
  for await (const { cells } of replay.file.rows()) {
    const dueAt = startedAt + (tally.sent / ratePerSecond) * 1_000;
    await until(dueAt, signal);
    while (underWay.size >= MOST_UNDER_WAY && !signal.aborted) await Promise.race(underWay);
    if (signal.aborted || failure.error) break;
    if (performance.now() - dueAt > LATE_MS) tally.late += 1;
    tally.sent += 1;
    const sending = replay.client
      .send(messageFrom(cells, replay))
      .then((sent) => note(tally, sent, performance.now() - dueAt))
      .catch((error: unknown) => {
        failure.error ??= error;
      })
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
    replay.onProgress(tally);
    if (tally.sent >= limit) break;
  }
  await Promise.all(underWay);
  if (failure.error) throw failure.error;
  return tally;
}

function emptyTally(): ReplayTally {
  const counts = { sent: 0, accepted: 0, duplicate: 0, refused: 0, failed: 0, late: 0 };
  return { ...counts, latency: new LatencyHistogram(), reasons: new Map() };
}

/** As it stands in the file: what is wrong with it is for the intake to say. */
function messageFrom(cells: readonly string[], { columns, runId, department }: Replay): Record<string, unknown> {
  const cell = (field: MessageField) => cells[columns[field] ?? -1] ?? '';
  const author = tidyLine(cell('author'));
  const title = tidyLine(cell('title'));
  return {
    externalId: `${runId}-${tidyLine(cell('externalId'))}`,
    department,
    author: { externalId: author, name: tidyLine(cell('authorName')) || author },
    ...(title ? { title } : {}),
    body: tidyText(cell('body')),
  };
}

function note(tally: ReplayTally, sent: Sent, milliseconds: number): void {
  tally[sent.outcome] += 1;
  tally.latency.add(milliseconds);
  if ('reason' in sent) tally.reasons.set(sent.reason, (tally.reasons.get(sent.reason) ?? 0) + 1);
}

/** Timers are a millisecond coarse: what is due within one goes out at once. */
async function until(at: number, signal: AbortSignal): Promise<void> {
  const milliseconds = at - performance.now();
  if (milliseconds > 1) await pause(milliseconds, undefined, { signal }).catch(() => undefined);
}
