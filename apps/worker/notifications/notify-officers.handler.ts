import { Injectable } from '@nestjs/common';
import { notifyOfficers, type PayloadOf } from '#contracts/jobs.js';
import { NotificationService } from '#desk/notifications/notification.service.js';
import type { JobHandler } from '#platform/jobs/job-handler.js';

@Injectable()
export class NotifyOfficersHandler implements JobHandler<typeof notifyOfficers> {
  readonly job = notifyOfficers;

  constructor(private readonly notifications: NotificationService) {}

  handle({ eventId }: PayloadOf<typeof notifyOfficers>): Promise<void> {
    return this.notifications.tell(eventId);
  }
}
