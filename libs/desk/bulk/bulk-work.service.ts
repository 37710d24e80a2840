import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { officerRoom } from '#contracts/realtime.js';
import { type Tx, transaction } from '#database/transaction.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { actorNow } from './actor-now.js';
import type { BulkHands } from './bulk-hands.js';
import { recordBulk } from './bulk-order.service.js';
import { carryOutItems } from './carry-out-items.js';
import { claimBulk, itemsToDo, tickOff } from './work-queue.js';

/** How often a bulk act under way says how far it is. */
const RING_EVERY_MS = 500;

/** Works bulk acts off, some rows of each in turn. Any number of workers may: no row is in two hands. */
@Injectable()
export class BulkWorkService {
  private readonly rungAt = new Map<string, number>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Does the next rows of the bulk act that has waited longest for its turn. False when there is nothing to do. */
  async workOn(hands: BulkHands): Promise<boolean> {
    const worked = await transaction(this.dataSource, (tx) => this.chunk(tx, hands));
    if (!worked) return false;
    this.nudge.nudge();
    this.tell(worked);
    return true;
  }

  private async chunk(
    tx: Tx,
    hands: BulkHands,
  ): Promise<{ bulkId: string; officerId: string; isOver: boolean } | null> {
    const bulk = await claimBulk(tx);
    if (!bulk) return null;
    const actor = await actorNow(tx, bulk.officerId);
    const items = await itemsToDo(tx, bulk.id);
    const at = this.clock.now();
    const outcomes = await carryOutItems(tx, { bulk, items, actor, hands, at, log: this.runtime.log });
    const isOver = await tickOff(tx, { bulk, outcomes, at });
    if (isOver) await recordBulk(tx, 'bulk.finished', { actor, bulkId: bulk.id, at });
    return { bulkId: bulk.id, officerId: bulk.officerId, isOver };
  }

  /** Progress is no fact of the record: a ring that is lost is made up for by the next one. The end is an event. */
  private tell({ bulkId, officerId, isOver }: { bulkId: string; officerId: string; isOver: boolean }): void {
    if (isOver) return void this.rungAt.delete(bulkId);
    const now = performance.now();
    if (now - (this.rungAt.get(bulkId) ?? Number.NEGATIVE_INFINITY) < RING_EVERY_MS) return;
    this.rungAt.set(bulkId, now);
    try {
      this.runtime.doorbell.ring([officerRoom(officerId)], { event: 'bulk.changed', bulkId });
    } catch (error) {
      this.runtime.log.debug({ err: error }, 'the progress of a bulk act could not be rung');
    }
  }
}
