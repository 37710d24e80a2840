import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OversightLive } from '#contracts/oversight.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { isLiveBehind } from './lag.queries.js';
import { liveFigures, medianToday, officersPresent, startOfToday } from './live.queries.js';
import { liveView } from './live.view.js';
import { assertTimeZone } from './local-day.js';
import { supervisedDepartments } from './supervised-departments.js';

@Injectable()
export class OversightService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly clock: Clock,
  ) {}

  /** Who waits at this moment, and who is there to answer. */
  async live(actor: Actor, { timeZone }: { timeZone: string }): Promise<OversightLive> {
    const supervised = await supervisedDepartments(this.departments, actor);
    assertTimeZone(timeZone);
    const departmentIds = supervised.map((department) => department.id);
    const now = this.clock.now();
    const todayFrom = await startOfToday(this.dataSource, now, timeZone);
    const [records, present, medianSecondsToday, isHistoryBehind] = await Promise.all([
      liveFigures(this.dataSource, { departmentIds, now, todayFrom }),
      officersPresent(this.dataSource, departmentIds, now),
      medianToday(this.dataSource, { departmentIds, todayFrom }),
      isLiveBehind(this.dataSource, departmentIds),
    ]);
    const facts = { officersPresent: present, medianSecondsToday, todayFrom, isHistoryBehind, computedAt: now };
    return liveView(records, facts);
  }
}
