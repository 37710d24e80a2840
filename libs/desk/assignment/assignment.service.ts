import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation } from '#database/transaction.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { SharedCommit } from '#platform/shared-commit.js';
import { assignQueued } from './assign-queued.js';
import { offerQueue } from './offer-queue.js';

/** One lane: two would wait for each other's officers. */
const SHARED = { most: 64, lanes: 1 };

const QUEUES = `
  SELECT id AS "departmentId" FROM department d WHERE d.assignment_policy <> 'pull'
    AND EXISTS (SELECT 1 FROM conversation c WHERE c.department_id = d.id AND c.status = 'queued' AND c.snoozed_until IS NULL)`;

@Injectable()
export class AssignmentService {
  private readonly assignments: SharedCommit<string, true>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {
    this.assignments = new SharedCommit({
      ...SHARED,
      thingOf: (id) => id,
      together: async (ids) => {
        await this.assignTogether(ids);
        return ids.map(() => true);
      },
    });
  }

  /** Finds an officer for one conversation; leaves it queued when nobody is eligible. May be asked twice. */
  async assign(conversationId: string): Promise<void> {
    await this.assignments.add(conversationId);
  }

  /** Offers a department's queue, the most urgent first, until it is empty or nobody has a free hand for it. */
  offer(departmentId: string): Promise<void> {
    return offerQueue(this.dataSource, {
      departmentId,
      now: () => this.clock.now(),
      assign: (ids) => this.assignTogether(ids),
    });
  }

  /** The departments that have a queue to offer. */
  async withQueue(): Promise<string[]> {
    const queues: { departmentId: string }[] = await this.dataSource.query(QUEUES);
    return queues.map(({ departmentId }) => departmentId);
  }

  private async assignTogether(ids: readonly string[]): Promise<number> {
    const assigned = await derivation(this.dataSource, (tx) => assignQueued(tx, ids, this.clock.now()));
    if (assigned > 0) this.nudge.nudge();
    return assigned;
  }
}
