import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { HeldMessage } from '#contracts/moderation.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { decodeCursor, keysetPage } from '../conversations/cursor.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { heldMessages } from './moderation.queries.js';
import { heldMessageView } from './moderation.view.js';

@Injectable()
export class ModerationQueueService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
  ) {}

  /** What waits for a moderator, in the departments that the officer moderates. */
  async page(
    actor: Actor,
    query: { department?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<{ items: HeldMessage[]; nextCursor: string | null }> {
    const departmentIds = await this.departments.idsOf(actor, query.department, ['moderator']);
    const rows = await heldMessages(this.dataSource, {
      departmentIds,
      after: decodeCursor(query.cursor),
      limit: query.limit + 1,
    });
    const page = keysetPage(rows, query.limit, (row) => ({
      at: row.receivedAt.toISOString(),
      id: row.messageId,
      isLater: !row.isAlarm,
    }));
    return { ...page, items: page.items.map(heldMessageView) };
  }
}
