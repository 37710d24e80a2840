import { Module } from '@nestjs/common';
import { GenuineLetters } from './genuine-letters.service.js';
import { PublicationService } from './publication.service.js';
import { TrackingService } from './tracking.service.js';

@Module({
  providers: [GenuineLetters, PublicationService, TrackingService],
  exports: [PublicationService, TrackingService],
})
export class PublicationModule {}
