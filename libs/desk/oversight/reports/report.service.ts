import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { REPORTS_PER_OFFICER, type ReportList, type ReportOrder, type ReportView } from '#contracts/reports.http.js';
import { Report } from '#database/entities/report.entity.js';
import { transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { nextReportAt } from '#domain/oversight/report-rhythm.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { offHashOf } from '#platform/mail/mail-attempt.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { ReadableDepartments } from '../../conversations/readable-departments.js';
import { assertTimeZone } from '../local-day.js';
import { supervisedDepartments } from '../supervised-departments.js';
import { reportsOf } from './report.queries.js';
import { reportView } from './report.view.js';

/** Which reports an officer has mailed. Each officer orders, sees and ends their own. */
@Injectable()
export class ReportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly clock: Clock,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async list(actor: Actor): Promise<ReportList> {
    const supervised = await supervisedDepartments(this.departments, actor);
    const records = await reportsOf(this.dataSource, actor.officerId);
    const isMailSet = this.runtime.config.SMTP_URL !== undefined;
    return { items: records.map((record) => reportView(record, supervised)), isMailSet };
  }

  /** Throws `forbidden` and `not-found` for departments that are not supervised, `limit-reached`. */
  async order(actor: Actor, order: ReportOrder): Promise<ReportView> {
    const supervised = await supervisedDepartments(this.departments, actor);
    const chosen = order.departments.map((slug) => supervised.find((department) => department.slug === slug)?.id);
    const departmentIds = chosen.filter((id) => id !== undefined);
    if (departmentIds.length < chosen.length)
      throw new Refusal('not-found', { detail: 'You supervise no such department.' });
    assertTimeZone(order.timeZone);
    const now = this.clock.now();
    const { departments, ...rest } = order;
    const id = uuidv7();
    const { officerId } = actor;
    const report = {
      ...rest,
      id,
      officerId,
      departmentIds,
      createdAt: now,
      nextAt: nextReportAt(order, now),
      endedAt: null,
    };
    await transaction(this.dataSource, async (tx) => {
      await tx.query('SELECT 1 FROM officer WHERE id = $1 FOR NO KEY UPDATE', [officerId]);
      const running = await reportsOf(tx, officerId);
      if (running.length >= REPORTS_PER_OFFICER)
        throw new Refusal('limit-reached', { detail: `There are ${REPORTS_PER_OFFICER} reports already.` });
      await tx.insert(Report, report);
    });
    return reportView({ ...report, last: null }, supervised);
  }

  /** Ends one of the officer's own: no mail of it is sent any more, also none that waits. Throws `not-found`. */
  async end({ officerId }: Actor, id: string): Promise<void> {
    const [, ended]: [unknown, number] = await this.dataSource.query(
      'UPDATE report SET ended_at = $3 WHERE id = $1 AND officer_id = $2 AND ended_at IS NULL',
      [id, officerId, this.clock.now()],
    );
    if (ended === 0) throw new Refusal('not-found', { detail: 'You have no such report.' });
  }

  /** By the secret of a mail; that the mail reached its officer is all the proof there is. Throws `not-found`. */
  async endBy(token: string): Promise<void> {
    const rows: unknown[] = await this.dataSource.query(
      `WITH whose AS (SELECT report_id FROM report_mail WHERE off_hash = $1 OR (off_hash = $2 AND ended_at IS NULL)), ended AS (
         UPDATE report SET ended_at = $3 FROM whose WHERE report.id = whose.report_id AND ended_at IS NULL)
       SELECT report_id FROM whose`,
      [offHashOf(token), Buffer.from(token, 'base64url'), this.clock.now()],
    );
    if (rows.length === 0) throw new Refusal('not-found', { detail: 'This address is no longer valid.' });
  }
}
