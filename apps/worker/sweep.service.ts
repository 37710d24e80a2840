import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AssignmentService } from '#desk/assignment/assignment.service.js';
import { ModerationService } from '#desk/moderation/moderation.service.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';

const EVERY_MS = 15_000;

/**
 * Puts back what is due, from PostgreSQL alone: messages whose screening job was lost with Redis or failed for good,
 * and queues with somebody who could take from them.
 */
@Injectable()
export class SweepService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly moderation: ModerationService,
    private readonly assignment: AssignmentService,
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
    await this.moderation.screenOverlooked();
    await this.assignment.offerEverywhere();
  }
}
