import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AssignmentModule } from '#desk/assignment/assignment.module.js';
import { ConversationsModule } from '#desk/conversations/conversations.module.js';
import { DirectoryModule } from '#desk/directory/directory.module.js';
import { IdentityModule } from '#desk/identity/identity.module.js';
import { IntakeModule } from '#desk/intake/intake.module.js';
import { LettersModule } from '#desk/letters/letters.module.js';
import { ModerationModule } from '#desk/moderation/moderation.module.js';
import { OversightModule } from '#desk/oversight/oversight.module.js';
import { ReplyModule } from '#desk/replies/reply.module.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { InboxController } from './conversations/inbox.controller.js';
import { DirectoryController } from './directory/directory.controller.js';
import { SessionController } from './identity/session.controller.js';
import { SessionGuard } from './identity/session.guard.js';
import { IntakeController } from './intake/intake.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { LiveGateway } from './live/live.gateway.js';
import { ModerationController } from './moderation/moderation.controller.js';
import { OversightController } from './oversight/oversight.controller.js';

@Module({
  imports: [
    AssignmentModule,
    ConversationsModule,
    DirectoryModule,
    IdentityModule,
    IntakeModule,
    LettersModule,
    ModerationModule,
    OversightModule,
    ReplyModule,
  ],
  controllers: [
    SessionController,
    IntakeController,
    InboxController,
    ConversationsController,
    DirectoryController,
    LettersController,
    ModerationController,
    OversightController,
  ],
  providers: [LiveGateway, { provide: APP_GUARD, useClass: SessionGuard }],
})
export class ApiModule {}
