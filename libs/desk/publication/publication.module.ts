import { Module } from '@nestjs/common';
import { PublicationService } from './publication.service.js';
import { TrackingService } from './tracking.service.js';

@Module({
  providers: [PublicationService, TrackingService],
  exports: [PublicationService, TrackingService],
})
export class PublicationModule {}
