import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OversightLive, ResponseTimes, ResponseTimesQuery } from '#contracts/oversight.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { liveFigures, officersPresent, startOfToday } from './live.queries.js';
import { liveView } from './live.view.js';
import { assertTimeZone } from './local-day.js';
import { answeredRange, responseTimes } from './response-times.queries.js';
import { responseTimesView } from './response-times.view.js';
import { supervisedDepartments } from './supervised-departments.js';

@Injectable()
export class OversightService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly clock: Clock,
  ) {}

  /** How long people waited for their first answer, by the local date of that answer. */
  async responseTimes(actor: Actor, query: ResponseTimesQuery): Promise<ResponseTimes> {
    const supervised = await supervisedDepartments(this.departments, actor, query.department);
    assertTimeZone(query.timeZone);
    assertForwards(query);
    const range = await answeredRange(this.dataSource, query);
    const { groupBy, timeZone } = query;
    const departmentIds = supervised.map((department) => department.id);
    const records = await responseTimes(this.dataSource, { ...range, departmentIds, groupBy, timeZone });
    return responseTimesView(records, { range, computedAt: this.clock.now() });
  }

  /** Who waits at this moment, and who is there to answer. */
  async live(actor: Actor, { timeZone }: { timeZone: string }): Promise<OversightLive> {
    const supervised = await supervisedDepartments(this.departments, actor);
    assertTimeZone(timeZone);
    const departmentIds = supervised.map((department) => department.id);
    const now = this.clock.now();
    const todayFrom = await startOfToday(this.dataSource, now, timeZone);
    const [records, present] = await Promise.all([
      liveFigures(this.dataSource, { departmentIds, now, todayFrom }),
      officersPresent(this.dataSource, departmentIds, now),
    ]);
    return liveView(records, { officersPresent: present, todayFrom, computedAt: now });
  }
}

function assertForwards({ from, to }: ResponseTimesQuery): void {
  if (from === undefined || to === undefined || from <= to) return;
  const reason = 'is before the first day';
  throw new Refusal('invalid', { detail: `to: ${reason}`, errors: [{ field: 'to', reason }] });
}
