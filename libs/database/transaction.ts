import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

/** The open transaction: the first argument of whatever writes. */
export type Tx = EntityManager;

const SERIALISATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 4;

/** The transaction that the acts of this call chain take part in, for as long as it is open. */
const outer = new AsyncLocalStorage<{ tx: Tx | null }>();

/**
 * Runs the act in one READ COMMITTED transaction; a deadlock or serialisation failure is tried again, everything else
 * rolls back and is thrown. Nothing but PostgreSQL is spoken to inside.
 */
export async function transaction<T>(dataSource: DataSource, act: (tx: Tx) => Promise<T>): Promise<T> {
  const joined = outer.getStore()?.tx;
  // What a deadlock undoes is the whole of it: only whoever opened it can try again.
  if (joined) return act(joined);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.transaction(act);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isUndone(error)) throw error;
    }
  }
}

/**
 * For what the desk works out by itself and would work out again: the commit does not wait for the disk. Should
 * PostgreSQL crash within the next half second the act is as if it had not happened, and a sweep or the relay does it
 * again; a later commit of a person's act makes it durable too, since the log is written in order. Never for anything
 * that somebody has been told.
 */
export function derivation<T>(dataSource: DataSource, act: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(dataSource, async (tx) => {
    const [, done] = await Promise.all([tx.query('SET LOCAL synchronous_commit TO off'), act(tx)]);
    return done;
  });
}

/**
 * Whatever opens a transaction within takes part in this one instead: a bulk act does to each conversation exactly what
 * its button does, and ticks it off in the same commit. The caller puts a savepoint before what may be refused.
 */
export async function takingPart<T>(tx: Tx, act: () => Promise<T>): Promise<T> {
  const open: { tx: Tx | null } = { tx };
  try {
    return await outer.run(open, act);
  } finally {
    open.tx = null;
  }
}

export function postgresCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'driverError' in error ? postgresCodeOf(error.driverError) : undefined;
}

/** Connection refused, lost or shut down, or no connection to be had: nothing about the statement itself is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  const code = postgresCodeOf(error) ?? '';
  if (/^(08|53|57P)/.test(code) || /^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND)/.test(code)) return true;
  return (
    error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
  );
}

/** A deadlock or serialisation failure: all that the transaction did is undone, and it may be tried again. */
export function isUndone(error: unknown): boolean {
  const code = postgresCodeOf(error);
  return code === SERIALISATION_FAILURE || code === DEADLOCK;
}
