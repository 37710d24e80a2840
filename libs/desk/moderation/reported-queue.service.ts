import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ModerationCounts } from '#contracts/moderators.http.js';
import type { ReportedMessage } from '#contracts/reader-reports.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { byUrgency } from '#domain/moderation/reader-report.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { moderationCounts, reportedMessages } from './reported.queries.js';
import { reportedMessageView, reportedOf } from './reported.view.js';

/** What a moderator sees of the queue at once; the next come up as these are decided. */
const SHOWN = 50;

@Injectable()
export class ReportedQueueService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
  ) {}

  /** Messages that readers reported, the most urgent first, in the departments that the officer moderates. */
  async page(actor: Actor, department: string | undefined): Promise<{ items: ReportedMessage[]; total: number }> {
    const departmentIds = await this.departments.idsOf(actor, department, ['moderator']);
    const [rows, { reported }] = await Promise.all([
      reportedMessages(this.dataSource, departmentIds),
      moderationCounts(this.dataSource, departmentIds),
    ]);
    const inOrder = rows.map(reportedOf).sort((one, other) => byUrgency(one.reports, other.reports));
    return { items: inOrder.slice(0, SHOWN).map(reportedMessageView), total: reported };
  }

  async counts(actor: Actor, department: string | undefined): Promise<ModerationCounts> {
    const departmentIds = await this.departments.idsOf(actor, department, ['moderator']);
    return moderationCounts(this.dataSource, departmentIds);
  }
}
