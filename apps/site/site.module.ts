import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { IntakeModule } from '#desk/intake/intake.module.js';
import { PublicationModule } from '#desk/publication/publication.module.js';
import { AssetController } from './assets/asset.controller.js';
import { ConversationController } from './conversations/conversation.controller.js';
import { DepartmentController } from './departments/department.controller.js';
import { HomeController } from './home/home.controller.js';
import { PageInterceptor } from './layout/page.interceptor.js';
import { LetterController } from './letters/letter.controller.js';
import { SendingLimit } from './submit/sending-limit.js';
import { SubmitController } from './submit/submit.controller.js';
import { TrackController } from './track/track.controller.js';

@Module({
  imports: [IntakeModule, PublicationModule],
  controllers: [
    HomeController,
    DepartmentController,
    ConversationController,
    LetterController,
    SubmitController,
    TrackController,
    AssetController,
  ],
  providers: [SendingLimit, { provide: APP_INTERCEPTOR, useClass: PageInterceptor }],
})
export class SiteModule {}
