import { Module } from '@nestjs/common';
import { AnchoringService } from './anchoring.service.js';
import { ChainingService } from './chaining.service.js';

/** Of the worker: whoever records an event does not chain it. */
@Module({ providers: [ChainingService, AnchoringService], exports: [ChainingService, AnchoringService] })
export class AuditModule {}
