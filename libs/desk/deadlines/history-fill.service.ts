import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { logSetAside } from '../conversations/set-aside.js';
import { nextHistory, rebuildBatch } from './rebuild-deadlines.js';

@Injectable()
export class HistoryFillService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /**
   * Derives the deadlines of the next conversations of before there were any, or of before their department promised
   * anything; false when all are, or another worker is at it.
   */
  async fillBatch(): Promise<boolean> {
    const scope = await nextHistory(this.dataSource.manager);
    if (!scope) return false;
    const done = await rebuildBatch(this.dataSource, scope, {
      now: this.runtime.clock.now(),
      onFailed: (_all, news) => logSetAside(this.runtime, 'deadlines', news),
    });
    return done !== null || (await this.isAnotherNext(scope.name));
  }

  private async isAnotherNext(name: string): Promise<boolean> {
    const next = await nextHistory(this.dataSource.manager);
    return next !== null && next.name !== name;
  }
}
