import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { BulkWorkService } from '#desk/bulk/bulk-work.service.js';
import { DeskHands } from './desk-hands.js';

/** One pair of hands per worker, whoever calls for it: the job of a new bulk act, or the look for forgotten ones. */
@Injectable()
export class BulkCarrier implements BeforeApplicationShutdown {
  private running: Promise<void> | undefined;
  private isAskedFor = false;
  private isStopping = false;

  constructor(
    private readonly work: BulkWorkService,
    private readonly hands: DeskHands,
  ) {}

  /** Resolves when nothing is left to do, or when the worker is told to stop: the next one goes on from there. */
  carryOut(): Promise<void> {
    this.isAskedFor = true;
    this.running ??= this.untilNothingIsLeft();
    return this.running;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.running?.catch(() => undefined);
  }

  private async untilNothingIsLeft(): Promise<void> {
    try {
      while (this.isAskedFor && !this.isStopping) {
        this.isAskedFor = false;
        while (!this.isStopping && (await this.work.workOn(this.hands)));
      }
    } finally {
      this.running = undefined;
    }
  }
}
