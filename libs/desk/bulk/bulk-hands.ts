import type { BulkOrder } from '#contracts/bulk.http.js';
import type { Acted } from '#contracts/conversations.http.js';
import type { Actor } from '#domain/identity/roles.js';

/**
 * The single acts' own use cases, one call per row. The features know nothing of bulk acts nor of each other: the
 * worker holds the table from act to use case.
 */
export interface BulkHands {
  /** `version` is the one that the row has now, under the lock. */
  carryOut(actor: Actor, order: BulkOrder, row: { conversationId: string; version: number }): Promise<Acted>;
}
