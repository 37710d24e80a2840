import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkingInterval } from '#domain/assignment/working-hours.js';
import type { DatedDay } from '#domain/deadlines/calendar-days.js';
import type { HolidayRegion } from '#domain/deadlines/holidays.js';

/** What a calendar said from then on. Never edited. */
@Entity('calendar_version')
export class CalendarVersion {
  @PrimaryColumn({ type: 'uuid', name: 'calendar_id' })
  calendarId: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'text', name: 'time_zone' })
  timeZone: string;

  @Column({ type: 'jsonb' })
  weekly: WorkingInterval[];

  /** Whose public holidays are among the days; null for none. */
  @Column({ type: 'jsonb', nullable: true })
  holidays: HolidayRegion | null;

  /** By date; an exception stands in the place of a holiday. */
  @Column({ type: 'jsonb' })
  days: DatedDay[];

  @Column({ type: 'text' })
  why: string;

  @Column({ type: 'uuid', name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
