import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { derivation } from '#database/transaction.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { SharedCommit } from '#platform/shared-commit.js';
import { assignQueued } from './assign-queued.js';

/** One lane: two would wait for each other's officers. */
const SHARED = { most: 64, lanes: 1 };

/** How many of a department's queue are offered in one transaction. */
const OFFER_BATCH = 100;

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

  /** Offers a department's queue, the most urgent first, until it is empty or nobody has a free hand. */
  async offer(departmentId: string): Promise<void> {
    for (;;) {
      const waiting: { id: string }[] = await this.dataSource.query(
        `SELECT id FROM conversation WHERE department_id = $1 AND status = 'queued'
         ORDER BY coalesce(answer_due_at, 'infinity'), id LIMIT ${OFFER_BATCH}`,
        [departmentId],
      );
      if (waiting.length === 0) return;
      const assigned = await this.assignTogether(waiting.map((row) => row.id));
      if (assigned < waiting.length) return;
    }
  }

  /** Offers the queue of every department that has one. */
  async offerEverywhere(): Promise<void> {
    const queues: { departmentId: string }[] = await this.dataSource.query(
      `SELECT id AS "departmentId" FROM department d
       WHERE EXISTS (SELECT 1 FROM conversation c WHERE c.department_id = d.id AND c.status = 'queued')`,
    );
    for (const { departmentId } of queues) await this.offer(departmentId);
  }

  private async assignTogether(ids: readonly string[]): Promise<number> {
    const assigned = await derivation(this.dataSource, (tx) => assignQueued(tx, ids, this.clock.now()));
    if (assigned > 0) this.nudge.nudge();
    return assigned;
  }
}
