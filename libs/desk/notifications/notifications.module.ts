import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { NotificationService } from './notification.service.js';
import { NotificationReadingService } from './notification-reading.service.js';
import { NotificationSettingsService } from './notification-settings.service.js';

const PROVIDERS = [NotificationService, NotificationReadingService, NotificationSettingsService];

@Module({ imports: [ConversationsModule], providers: PROVIDERS, exports: PROVIDERS })
export class NotificationsModule {}
