import { Module } from '@nestjs/common';
import { AssignmentModule } from '#desk/assignment/assignment.module.js';
import { RelayModule } from '#desk/conversations/relay.module.js';
import { ModerationModule } from '#desk/moderation/moderation.module.js';
import { JOB_HANDLERS } from '#platform/jobs/job-handler.js';
import { JobWorkers } from '#platform/jobs/job-workers.js';
import { ChooseOfficerHandler } from './assignment/choose-officer.handler.js';
import { OfferEverywhere } from './assignment/offer-everywhere.due.js';
import { OfferQueuedHandler } from './assignment/offer-queued.handler.js';
import { DUE_WORK } from './due-work.js';
import { ScreenMessageHandler } from './moderation/screen-message.handler.js';
import { ScreenOverlooked } from './moderation/screen-overlooked.due.js';
import { SweepService } from './sweep.service.js';

const HANDLERS = [ScreenMessageHandler, ChooseOfficerHandler, OfferQueuedHandler];
const DUE = [ScreenOverlooked, OfferEverywhere];

@Module({
  imports: [RelayModule, ModerationModule, AssignmentModule],
  providers: [
    ...HANDLERS,
    { provide: JOB_HANDLERS, useFactory: (...handlers: unknown[]) => handlers, inject: HANDLERS },
    ...DUE,
    { provide: DUE_WORK, useFactory: (...work: unknown[]) => work, inject: DUE },
    JobWorkers,
    SweepService,
  ],
})
export class WorkerModule {}
