import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { departmentsFollowing } from '../conversations/calendar-versions.queries.js';
import { markDerived } from './deadline.queries.js';
import { DerivationService } from './derivation.service.js';
import { promisedTo } from './promised.queries.js';
import { owedHistory } from './rebuild-deadlines.js';

export interface WhatChanged {
  eventId: string;
  departmentId: string | null;
  calendarId: string | null;
}

/**
 * After a change of what is promised, or of when a department works: everything that is open follows the newest version.
 * The first of either measures the history of the department too, which is then derived bit by bit.
 */
@Injectable()
export class MoveDeadlinesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly derivation: DerivationService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** In batches of their own commits; may be asked twice. Returns how many deadlines were moved. */
  async move({ eventId, departmentId, calendarId }: WhatChanged): Promise<number> {
    const following = calendarId ? await departmentsFollowing(this.dataSource.manager, calendarId) : [];
    let moved = 0;
    for (const id of departmentId ? [departmentId] : following) moved += await this.moveAll(id, eventId);
    await markDerived(this.dataSource.manager, [eventId]);
    this.runtime.log.info({ departmentId, calendarId, moved }, 'deadlines follow the newest version');
    return moved;
  }

  private async moveAll(departmentId: string, eventId: string): Promise<number> {
    await owedHistory(this.dataSource.manager, { departmentId, eventId });
    return this.derivation.deriveEach(await promisedTo(this.dataSource.manager, { departmentId, eventId }));
  }
}
