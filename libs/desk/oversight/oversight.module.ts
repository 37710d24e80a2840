import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { FiguresService } from './figures.service.js';
import { OversightService } from './oversight.service.js';
import { PublicPerformanceService } from './public-performance.service.js';

const SERVICES = [OversightService, FiguresService, PublicPerformanceService];

@Module({ imports: [ConversationsModule], providers: SERVICES, exports: SERVICES })
export class OversightModule {}
