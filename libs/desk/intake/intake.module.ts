import { Module } from '@nestjs/common';
import { ChannelKeyService } from './channel-key.service.js';
import { DepartmentDirectory } from './department-directory.js';
import { IntakeService } from './intake.service.js';
import { WebIntakeService } from './web-intake.service.js';

@Module({
  providers: [IntakeService, WebIntakeService, DepartmentDirectory, ChannelKeyService],
  exports: [IntakeService, WebIntakeService, ChannelKeyService],
})
export class IntakeModule {}
