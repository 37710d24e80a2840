import { isDatabaseAway } from '#database/transaction.js';
import { currentRequestId, inRequests } from './log/request-context.js';

interface Waiting<Item, Result> {
  item: Item;
  requestId: string | null;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

export interface SharedCommitOptions<Item, Result> {
  /** Does all items in one transaction; answers in the same order. */
  together(items: Item[]): Promise<Result[]>;
  /** The most items in one transaction. */
  most: number;
  /** Transactions under way at the same time. */
  lanes: number;
  /** The id of what an item is about: what is recorded of it then names the request that asked for it. */
  thingOf?: (item: Item) => string;
}

/**
 * Lets concurrent acts share a transaction: while one commit is under way the next items gather, so that nobody waits
 * for a timer and a lone item is not delayed at all. When a shared transaction fails, each of its items is tried alone,
 * so that one bad item never fails its neighbours; when PostgreSQL is away all fail at once.
 */
export class SharedCommit<Item, Result> {
  private readonly waiting: Waiting<Item, Result>[] = [];
  private underWay = 0;

  constructor(private readonly options: SharedCommitOptions<Item, Result>) {}

  add(item: Item): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.waiting.push({ item, requestId: currentRequestId(), resolve, reject });
      // A macrotask: requests that arrived in the same turn of the event loop share the commit.
      setImmediate(() => this.pump());
    });
  }

  private pump(): void {
    while (this.underWay < this.options.lanes && this.waiting.length > 0) {
      this.underWay += 1;
      void this.commit(this.waiting.splice(0, this.options.most)).finally(() => {
        this.underWay -= 1;
        this.pump();
      });
    }
  }

  private together(batch: Waiting<Item, Result>[]): Promise<Result[]> {
    const { thingOf, together } = this.options;
    const items = batch.map((entry) => entry.item);
    if (!thingOf) return together(items);
    const asked = new Map(batch.map(({ item, requestId }) => [thingOf(item), requestId]));
    return inRequests(asked, () => together(items));
  }

  private async commit(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.together(batch);
      settle(batch, results);
    } catch (error) {
      const [only, ...others] = batch;
      if (only && others.length === 0) only.reject(error);
      else if (isDatabaseAway(error)) for (const entry of batch) entry.reject(error);
      else for (const entry of batch) await this.commit([entry]);
    }
  }
}

function settle<Item, Result>(batch: Waiting<Item, Result>[], results: Result[]): void {
  for (const [index, entry] of batch.entries()) {
    const result = results[index];
    if (result === undefined) entry.reject(new Error('a shared transaction answered fewer items than it took'));
    else entry.resolve(result);
  }
}
