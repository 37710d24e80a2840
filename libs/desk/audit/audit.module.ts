import { Module } from '@nestjs/common';
import { ChainingService } from './chaining.service.js';

/** Of the worker: whoever records an event does not chain it. */
@Module({ providers: [ChainingService], exports: [ChainingService] })
export class AuditModule {}
