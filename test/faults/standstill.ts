import pg from 'pg';
import { until } from '../support/until.js';

/** Where a worker can be made to stand still, by a lock that it has to wait for. */
const LOCKS = {
  /** The relay has added its jobs and cannot strike the events off; screening cannot record. */
  outbox: 'LOCK TABLE undelivered_event IN SHARE MODE',
  /** Screening is over; officers cannot be chosen. */
  officers: 'SELECT id FROM officer FOR UPDATE',
};

export interface Standstill {
  /** Resolves once `waiting` statements of this kind are held up. */
  reached(statement: RegExp): Promise<void>;
  release(): Promise<void>;
}

/** Holds up whoever comes to this point, so that a process can be killed exactly there. */
export async function standstillAt(url: string, point: keyof typeof LOCKS): Promise<Standstill> {
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  holder.on('error', () => undefined);
  await holder.query('BEGIN');
  await holder.query(LOCKS[point]);
  const heldUp = async (statement: RegExp) => {
    // What the others do is looked at once per transaction and remembered, unless it is forgotten by hand.
    await holder.query('SELECT pg_stat_clear_snapshot()');
    const { rows } = await holder.query<{ query: string }>(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rows.some((row) => statement.test(row.query));
  };
  return {
    reached: (statement) => until(() => heldUp(statement), `a statement like ${statement} is held up`),
    release: async () => {
      await holder.query('ROLLBACK');
      await holder.end();
    },
  };
}
