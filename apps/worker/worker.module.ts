import { Module } from '@nestjs/common';
import { AssignmentModule } from '#desk/assignment/assignment.module.js';
import { RelayModule } from '#desk/conversations/relay.module.js';
import { ModerationModule } from '#desk/moderation/moderation.module.js';
import { JOB_HANDLERS } from '#platform/jobs/job-handler.js';
import { JobWorkers } from '#platform/jobs/job-workers.js';
import { ChooseOfficerHandler } from './assignment/choose-officer.handler.js';
import { OfferQueuedHandler } from './assignment/offer-queued.handler.js';
import { ScreenMessageHandler } from './moderation/screen-message.handler.js';
import { SweepService } from './sweep.service.js';

const HANDLERS = [ScreenMessageHandler, ChooseOfficerHandler, OfferQueuedHandler];

@Module({
  imports: [RelayModule, ModerationModule, AssignmentModule],
  providers: [
    ...HANDLERS,
    { provide: JOB_HANDLERS, useFactory: (...handlers: unknown[]) => handlers, inject: HANDLERS },
    JobWorkers,
    SweepService,
  ],
})
export class WorkerModule {}
