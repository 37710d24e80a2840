import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportRhythm } from '#domain/oversight/report-rhythm.js';

/** What a supervisor has mailed to them, and when. */
@Entity('report')
export class Report {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'officer_id' })
  officerId: string;

  /** None: all that the officer supervises when it is sent. */
  @Column({ type: 'uuid', name: 'department_ids', array: true })
  departmentIds: string[];

  @Column({ type: 'text', array: true })
  measures: string[];

  @Column({ type: 'text' })
  clock: 'calendar' | 'working';

  @Column({ type: 'text' })
  rhythm: ReportRhythm;

  @Column({ type: 'integer' })
  hour: number;

  @Column({ type: 'text', name: 'time_zone' })
  timeZone: string;

  @Column({ type: 'text' })
  language: 'en' | 'zh';

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'next_at' })
  nextAt: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
