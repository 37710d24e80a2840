import { Module } from '@nestjs/common';
import { AssignmentService } from './assignment.service.js';
import { DeskVerbsService } from './desk-verbs.service.js';

@Module({ providers: [AssignmentService, DeskVerbsService], exports: [AssignmentService, DeskVerbsService] })
export class AssignmentModule {}
