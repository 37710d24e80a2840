import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CannedReplyVersions, CannedReplyView } from '#contracts/canned-replies.http.js';
import { mayOnCannedReply } from '#domain/canned-replies/canned-reply.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { cannedReplies, cannedReply, cannedReplyVersions } from './canned-reply.queries.js';
import { cannedReplyVersionView, cannedReplyView } from './canned-reply.view.js';

@Injectable()
export class CannedReplyReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
  ) {}

  /** The departments' and one's own; of one department only, where it is named. */
  async all(actor: Actor, department?: string): Promise<CannedReplyView[]> {
    const departmentIds = await this.departments.idsOf(actor, department);
    const rows = await cannedReplies(this.dataSource.manager, { departmentIds, ownerId: actor.officerId });
    return rows.map((row) => cannedReplyView(row, actor));
  }

  async versions(actor: Actor, id: string): Promise<CannedReplyVersions['items']> {
    const row = await cannedReply(this.dataSource.manager, id);
    if (!row || !mayOnCannedReply(actor, 'use', row)) {
      throw new Refusal('not-found', { detail: 'There is no such canned reply.' });
    }
    return (await cannedReplyVersions(this.dataSource.manager, id)).map(cannedReplyVersionView);
  }
}
