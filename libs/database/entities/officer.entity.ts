import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkingInterval } from '#domain/assignment/working-hours.js';

@Entity('officer')
export class Officer {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  email: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', name: 'password_hash' })
  passwordHash: string;

  @Column({ type: 'integer' })
  capacity: number;

  @Column({ type: 'boolean', name: 'is_active' })
  isActive: boolean;

  @Column({ type: 'boolean', name: 'is_available' })
  isAvailable: boolean;

  @Column({ type: 'timestamptz', name: 'seen_at', nullable: true })
  seenAt: Date | null;

  @Column({ type: 'timestamptz', name: 'last_assigned_at', nullable: true })
  lastAssignedAt: Date | null;

  /** Primary subtags such as "zh"; none: whatever the citizens write. */
  @Column({ type: 'text', array: true })
  languages: string[];

  @Column({ type: 'text', array: true })
  skills: string[];

  /** Of the working hours; null: the department's. */
  @Column({ type: 'text', name: 'time_zone', nullable: true })
  timeZone: string | null;

  /** None: always. */
  @Column({ type: 'jsonb', name: 'working_hours' })
  workingHours: WorkingInterval[];

  @Column({ type: 'timestamptz', name: 'out_from', nullable: true })
  outFrom: Date | null;

  /** Null with an `outFrom`: until further notice. */
  @Column({ type: 'timestamptz', name: 'out_until', nullable: true })
  outUntil: Date | null;

  @Column({ type: 'uuid', name: 'stand_in_id', nullable: true })
  standInId: string | null;

  /** Since when the worker knows that the officer is not at work; null while the officer is. */
  @Column({ type: 'timestamptz', name: 'absent_since', nullable: true })
  absentSince: Date | null;

  @Column({ type: 'integer', name: 'staffing_version' })
  staffingVersion: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
