import { Injectable } from '@nestjs/common';
import { AttendanceService } from '#desk/assignment/attendance.service.js';
import type { DueWork } from '../due-work.js';

/** Officers who came or went without saying so, and what the absent still have in hand. */
@Injectable()
export class WatchAttendance implements DueWork {
  readonly name = 'watch-attendance';
  readonly everyMs = 5_000;

  constructor(private readonly attendance: AttendanceService) {}

  run(): Promise<unknown> {
    return this.attendance.watch();
  }
}
