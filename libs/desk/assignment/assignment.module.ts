import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { AssignmentService } from './assignment.service.js';
import { AttendanceService } from './attendance.service.js';
import { DepartmentHeadService } from './department-head.service.js';
import { DeskVerbsService } from './desk-verbs.service.js';
import { EscalationService } from './escalation.service.js';
import { NextService } from './next.service.js';
import { RemovalService } from './removal.service.js';
import { StaffingService } from './staffing.service.js';

const SERVICES = [
  AssignmentService,
  AttendanceService,
  DepartmentHeadService,
  DeskVerbsService,
  EscalationService,
  NextService,
  RemovalService,
  StaffingService,
];

@Module({ imports: [ConversationsModule], providers: SERVICES, exports: SERVICES })
export class AssignmentModule {}
