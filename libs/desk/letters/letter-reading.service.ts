import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { LetterRow, LetterView } from '#contracts/letters.http.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import type { LetterStatus } from '#domain/letters/letter.lifecycle.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { decodeCursor, keysetPage } from '../conversations/cursor.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { letterPage, letterRecord, lettersMessages } from './letter.queries.js';
import { letterRowView, letterView } from './letter.view.js';
import { mayReadLetter, noSuchLetter } from './letter-record.js';

export interface LetterListQuery {
  status?: LetterStatus | undefined;
  limit: number;
  cursor?: string | undefined;
}

@Injectable()
export class LetterReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** The letters of the officer's departments, those last changed first. */
  async page(actor: Actor, query: LetterListQuery): Promise<{ items: LetterRow[]; nextCursor: string | null }> {
    const rows = await letterPage(this.dataSource, {
      departmentIds: await this.departments.idsOf(actor),
      status: query.status,
      after: decodeCursor(query.cursor),
      limit: query.limit + 1,
    });
    const page = keysetPage(rows, query.limit, (row) => ({ at: row.updatedAt.toISOString(), id: row.id }));
    return { ...page, items: page.items.map(letterRowView) };
  }

  /** What the officer may not read does not exist: `not-found`. */
  read(actor: Actor, letterId: string): Promise<LetterView> {
    return this.readIn(this.dataSource.manager, actor, letterId);
  }

  /** The same as the transaction sees it. */
  async readIn(tx: EntityManager, actor: Actor, letterId: string): Promise<LetterView> {
    const record = await letterRecord(tx, letterId);
    if (!record || !mayReadLetter(actor, record, { departmentId: record.conversationDepartmentId })) {
      throw noSuchLetter();
    }
    // The letter stays with its department; what was written after a transfer belongs to the other one.
    const isTheirs = mayOn(actor, 'read', { departmentId: record.conversationDepartmentId, officerId: null });
    const messages = isTheirs ? await lettersMessages(tx, record.conversationId) : [];
    return letterView(record, messages, { actor, siteUrl: this.runtime.config.SITE_PUBLIC_URL });
  }
}
