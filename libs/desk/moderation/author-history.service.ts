import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuthorHistory } from '#contracts/moderators.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { authorCounts, decisionsOnAuthor } from './author-history.queries.js';
import { moderatedMessage } from './moderated-message.js';

@Injectable()
export class AuthorHistoryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
  ) {}

  /** The author of a message, as far as the departments that the officer moderates know them: others are not counted. */
  async of(actor: Actor, messageId: string): Promise<AuthorHistory> {
    const { message } = await moderatedMessage(this.dataSource.manager, actor, messageId);
    const departmentIds = await this.departments.idsOf(actor, undefined, ['moderator']);
    const about = { citizenId: message.citizenId, departmentIds };
    const [counts, decisions] = await Promise.all([
      authorCounts(this.dataSource, about),
      decisionsOnAuthor(this.dataSource, about),
    ]);
    return {
      posts: counts.posts,
      shown: counts.shown,
      refused: counts.refused,
      redacted: counts.redacted,
      waiting: counts.waiting,
      reportsUpheld: counts.reportsUpheld,
      decisions: decisions.map(({ at, ...decision }) => ({ ...decision, at: at.toISOString() })),
    };
  }
}
