import { Module } from '@nestjs/common';
import { MeasuringService } from './measuring.service.js';

/** Of the worker: nobody who reads figures makes them. */
@Module({ providers: [MeasuringService], exports: [MeasuringService] })
export class MeasuringModule {}
