import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation, type Tx } from '#database/transaction.js';
import { anyIn, preparedIn } from '#platform/database/prepared.js';
import { JobQueue } from '#platform/jobs/job-queue.js';
import { Metrics } from '#platform/metrics/metrics.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import {
  derivedOf,
  isRouted,
  jobsOfBatch,
  measuredOf,
  type RecordedEvent,
  remeasuredOf,
  ringOf,
  toldOf,
} from './event-routes.js';
import { IS_FIRST_VERSION } from './ever-there.queries.js';

/** A batch that is not full was all there was. */
export const RELAY_BATCH = 200;

/** Claimed by lock, never by a cursor over ids: a slow transaction's events are not passed over. */
const CLAIM = {
  name: 'claim-events',
  text: `
  WITH claimed AS (
    DELETE FROM undelivered_event WHERE event_id IN (
      SELECT event_id FROM undelivered_event WHERE event_id <> ALL($1::uuid[]) ORDER BY event_id LIMIT ${RELAY_BATCH} FOR UPDATE SKIP LOCKED
    ) RETURNING event_id
  )
  SELECT e.id, e.type, e.conversation_id AS "conversationId", e.department_id AS "departmentId", e.letter_id AS "letterId",
    e.version, e.payload, e.request_id AS "requestId", e.at
  FROM claimed CROSS JOIN LATERAL (SELECT * FROM conversation_event WHERE id = claimed.event_id LIMIT 1) e ORDER BY e.id`,
};

const PUT_BACK = 'INSERT INTO undelivered_event (event_id) SELECT unnest($1::uuid[])';
/** Until they are told: a sweep finds what its job did not. */
const OWE = {
  name: 'owe-tellings',
  text: 'INSERT INTO untold_event (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING',
};

/** The same for deadlines. */
const OWE_DEADLINES = {
  name: 'owe-deadlines',
  text: 'INSERT INTO underived_event (event_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING',
};

/** The same for figures: due work measures what stands here. */
const OWE_MEASURING = {
  name: 'owe-measuring',
  text: `
  INSERT INTO unmeasured_event (event_id, conversation_id) SELECT * FROM unnest($1::uuid[], $2::uuid[]) ON CONFLICT DO NOTHING`,
};
/** From the beginning after a first version; after a later one what ended since it was made. */
export const OWE_REMEASURING = {
  name: 'owe-remeasuring',
  text: `
  INSERT INTO unmeasured_department AS u (department_id, ended_since)
  SELECT e.department_id, min(CASE WHEN ${IS_FIRST_VERSION} THEN '-infinity' ELSE e.at END)
  FROM conversation_event e WHERE e.id = ${anyIn('$1', 'uuid')} GROUP BY e.department_id ORDER BY e.department_id
  ON CONFLICT (department_id) DO UPDATE SET after_id = excluded.after_id,
    ended_since = least(u.ended_since, excluded.ended_since)`,
};

/** Turns committed events into jobs and doorbells. Many may run; each event is delivered at least once. */
@Injectable()
export class EventRelay {
  /** Of types that only a newer worker knows: they wait in the outbox for it, and hold up nothing. */
  private readonly unknown = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: JobQueue,
    private readonly metrics: Metrics,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /**
   * Delivers one batch and returns its size. When jobs cannot be added it throws, the claim is rolled back and the
   * events stay. The row locks are held while jobs are added and bells rung (the one exception to "no Redis in a
   * transaction"): that is what makes a crash between the two harmless.
   */
  async deliver(): Promise<number> {
    const events = await derivation(this.dataSource, (tx) => this.claimAndAdd(tx));
    return events.length;
  }

  private async claimAndAdd(tx: Tx): Promise<RecordedEvent[]> {
    const claimed = await preparedIn<RecordedEvent>(tx, CLAIM, [[...this.unknown]]);
    const events = claimed.filter(isRouted);
    if (events.length < claimed.length) await this.putBack(tx, claimed);
    const [oldest] = events;
    if (!oldest) return claimed;
    if (!this.runtime.doorbell.isUp()) throw new Error('the doorbell is not up');
    const jobs = jobsOfBatch(events);
    const told = toldOf(jobs);
    const derived = derivedOf(jobs);
    const measured = measuredOf(events);
    const remeasured = remeasuredOf(events);
    await Promise.all([
      told.length > 0 && preparedIn(tx, OWE, [told]),
      derived.length > 0 && preparedIn(tx, OWE_DEADLINES, [[...new Set(derived)]]),
      measured.length > 0 &&
        preparedIn(tx, OWE_MEASURING, [
          measured.map(({ eventId }) => eventId),
          measured.map(({ conversationId }) => conversationId),
        ]),
      remeasured.length > 0 && preparedIn(tx, OWE_REMEASURING, [remeasured]),
      this.jobs.add(jobs),
    ]);
    for (const { rooms, ring } of events.map(ringOf)) {
      if (rooms.length > 0) this.runtime.doorbell.ring(rooms, ring);
    }
    this.metrics.eventsRelayed.inc(events.length);
    this.metrics.relayLagSeconds.set(Math.max(0, (Date.now() - recordedAt(oldest)) / 1_000));
    return claimed;
  }

  private async putBack(tx: Tx, claimed: readonly RecordedEvent[]): Promise<void> {
    const unknown = claimed.filter((event) => !isRouted(event));
    await tx.query(PUT_BACK, [unknown.map(({ id }) => id)]);
    if (this.unknown.size === 0) {
      const types = [...new Set(unknown.map(({ type }) => type))];
      this.runtime.log.error({ types }, 'events of types that this worker does not know wait for a newer one');
    }
    for (const { id } of unknown) this.unknown.add(id);
  }
}

/** In milliseconds: an id of version 7 starts with the time when it was made (`at` may be years ago, in an import). */
function recordedAt({ id }: RecordedEvent): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}
