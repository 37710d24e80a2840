import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  MarkedRead,
  MarkRead,
  MarkUnread,
  NotificationCount,
  NotificationPage,
  NotificationQuery,
} from '#contracts/notifications.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { decodeCursor } from '../conversations/cursor.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { markRead, markUnread } from './mark-notifications.js';
import { notificationPage, unreadCount } from './notification.queries.js';
import { notificationPageView } from './notification.view.js';
import { ringOfficers } from './ring-officers.js';

/** An officer's own lines; nobody reads or marks those of another. */
@Injectable()
export class NotificationReadingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly clock: Clock,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Newest first. */
  async page(actor: Actor, { unread, limit, cursor }: NotificationQuery): Promise<NotificationPage> {
    const rows = await notificationPage(this.dataSource, {
      officerId: actor.officerId,
      departmentIds: await this.departments.idsOf(actor),
      isUnread: unread ?? false,
      after: decodeCursor(cursor),
      limit: limit + 1,
    });
    return notificationPageView(rows, limit);
  }

  async count(actor: Actor): Promise<NotificationCount> {
    return unreadCount(this.dataSource, actor.officerId, await this.departments.idsOf(actor));
  }

  /** The instant that is answered takes all of it back again. */
  async markRead(actor: Actor, what: MarkRead): Promise<MarkedRead> {
    const readAt = this.clock.now();
    const count = await markRead(this.dataSource, actor.officerId, { what, readAt });
    if (count > 0) ringOfficers(this.runtime, [actor.officerId]);
    return { readAt: readAt.toISOString(), count };
  }

  async markUnread(actor: Actor, what: MarkUnread): Promise<{ count: number }> {
    const count = await markUnread(this.dataSource, actor.officerId, what);
    if (count > 0) ringOfficers(this.runtime, [actor.officerId]);
    return { count };
  }
}
