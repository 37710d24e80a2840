import { Injectable } from '@nestjs/common';
import type { BulkOrder } from '#contracts/bulk.http.js';
import type { Acted } from '#contracts/conversations.http.js';
import { DeskVerbsService } from '#desk/assignment/desk-verbs.service.js';
import type { BulkHands } from '#desk/bulk/bulk-hands.js';
import { PriorityService } from '#desk/triage/priority.service.js';
import { SnoozeService } from '#desk/triage/snooze.service.js';
import { TaggingService } from '#desk/triage/tagging.service.js';
import type { Actor } from '#domain/identity/roles.js';

type Row = Parameters<BulkHands['carryOut']>[2];

/** The table from act to use case: a bulk act does to each row what the button of one conversation does. */
@Injectable()
export class DeskHands implements BulkHands {
  constructor(
    private readonly desk: DeskVerbsService,
    private readonly tags: TaggingService,
    private readonly priorities: PriorityService,
    private readonly snoozes: SnoozeService,
  ) {}

  carryOut(actor: Actor, order: BulkOrder, row: Row): Promise<Acted> {
    switch (order.act) {
      case 'claim':
        return this.desk.claim(actor, row);
      case 'assign':
        return this.desk.assign(actor, { ...row, officerId: order.officerId });
      case 'transfer':
        return this.desk.transfer(actor, { ...row, ...order });
      case 'close':
        return this.desk.close(actor, { ...row, reason: order.reason });
      case 'tag':
        return this.tags.tag(actor, { ...row, add: order.add, remove: order.remove });
      case 'priority':
        return this.priorities.prioritise(actor, { ...row, priority: order.priority, reason: order.reason });
      case 'snooze':
        return this.snoozes.snooze(actor, { ...row, ...order, until: order.until ? new Date(order.until) : null });
    }
  }
}
