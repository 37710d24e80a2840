import type { Pool, PoolClient, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { isDatabaseAway } from '#database/transaction.js';
import { type PreparedQuery, poolOf } from './prepared.js';

/** With one, whatever is slow for once would hold up everything. */
const LANES = 2;

/**
 * Like `prepared`, on a connection that others read on at the same moment: what a screen asks for at once travels
 * together, and a busy desk wakes two servers instead of ten. Only for what takes no time (rows by their keys, a page by its index): whoever
 * comes later waits for it.
 */
export async function readTogether<Row extends QueryResultRow>(
  dataSource: DataSource,
  query: PreparedQuery,
  values: readonly unknown[],
): Promise<Row[]> {
  const lane = lanesOf(poolOf(dataSource)).reduce((one, other) => (other.riders < one.riders ? other : one));
  const result = await lane.ride((client) => client.query<Row>({ ...query, values: [...values] }));
  return result.rows;
}

const lanesByPool = new WeakMap<Pool, [Lane, ...Lane[]]>();

function lanesOf(pool: Pool): [Lane, ...Lane[]] {
  const known = lanesByPool.get(pool);
  if (known) return known;
  const lanes: [Lane, ...Lane[]] = [new Lane(pool), ...Array.from({ length: LANES - 1 }, () => new Lane(pool))];
  lanesByPool.set(pool, lanes);
  return lanes;
}

class Lane {
  private current: SharedConnection | null = null;

  constructor(private readonly pool: Pool) {}

  get riders(): number {
    return this.current?.riders ?? 0;
  }

  async ride<T>(read: (client: PoolClient) => Promise<T>): Promise<T> {
    this.current = this.current?.isUsable ? this.current : new SharedConnection(this.pool);
    return this.current.read(read);
  }
}

/** A connection of the pool, held for as long as somebody reads on it; one that breaks takes nobody new. */
class SharedConnection {
  riders = 0;
  isUsable = true;
  private readonly client: Promise<PoolClient>;
  private broken: Error | undefined;

  constructor(pool: Pool) {
    this.client = pool.connect().then((client) => client.on('error', this.onError));
  }

  async read<T>(read: (client: PoolClient) => Promise<T>): Promise<T> {
    this.riders += 1;
    try {
      return await read(await this.client);
    } catch (error) {
      // The answer that the server goes away comes before the end of the connection does.
      if (error instanceof Error && isDatabaseAway(error)) this.onError(error);
      throw error;
    } finally {
      this.riders -= 1;
      if (this.riders === 0) this.giveBack();
    }
  }

  private readonly onError = (error: Error): void => {
    this.isUsable = false;
    this.broken = error;
  };

  private giveBack(): void {
    this.isUsable = false;
    this.client.then(
      (client) => {
        // One that broke may go on to say so.
        if (!this.broken) client.off('error', this.onError);
        client.release(this.broken);
      },
      // Whoever waited for it has been told.
      () => undefined,
    );
  }
}
