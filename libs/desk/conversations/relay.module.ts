import { Module } from '@nestjs/common';
import { JobQueue } from '#platform/jobs/job-queue.js';
import { EventDeliveryService } from './event-delivery.service.js';
import { EventRelay } from './event-relay.js';

/** In the worker only. */
@Module({ providers: [JobQueue, EventRelay, EventDeliveryService], exports: [JobQueue, EventRelay] })
export class RelayModule {}
