import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AssignmentService } from '#desk/assignment/assignment.service.js';
import { ModerationService } from '#desk/moderation/moderation.service.js';
import { Clock } from '#platform/clock.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';

const EVERY_MS = 15_000;
/** A job should have seen to it long before. */
const STUCK_SECONDS = 60;
const BATCH = 500;

/**
 * Puts back what is due, from PostgreSQL alone: messages whose screening job was lost with Redis or failed for good,
 * and queues with somebody who could take from them.
 */
@Injectable()
export class SweepService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly moderation: ModerationService,
    private readonly assignment: AssignmentService,
    private readonly clock: Clock,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running = this.running
        .then(() => this.sweep())
        .catch((error: unknown) => this.runtime.log.warn({ err: error }, 'sweep failed'));
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - STUCK_SECONDS * 1_000);
    const stuck: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM message WHERE state = 'screening' AND received_at < $1 ORDER BY received_at LIMIT ${BATCH}`,
      [before],
    );
    await Promise.all(stuck.map((message) => this.moderation.screen(message.id)));
    const queues: { departmentId: string }[] = await this.dataSource.query(
      `SELECT id AS "departmentId" FROM department d
       WHERE EXISTS (SELECT 1 FROM conversation c WHERE c.department_id = d.id AND c.status = 'queued')`,
    );
    for (const { departmentId } of queues) await this.assignment.offer(departmentId);
  }
}
