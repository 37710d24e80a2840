import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Priority } from '#domain/conversations/priority.js';
import type { DeadlineOutcome, KeptSegment, Warning } from '#domain/deadlines/deadline.js';
import type { DeadlineKind } from '#domain/deadlines/deadline-policy.js';

/** A promised time. Derived from the record of events under a policy and a calendar: never written by hand. */
@Entity('deadline')
export class Deadline {
  @PrimaryColumn({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @PrimaryColumn({ type: 'text' })
  kind: DeadlineKind;

  /** The how manyth of its kind in the conversation, from 1. */
  @PrimaryColumn({ type: 'integer' })
  ordinal: number;

  /** The department that has it, or had it when it ended. */
  @Column({ type: 'uuid', name: 'department_id' })
  departmentId: string;

  /** Whose policy and calendar it follows: a transfer keeps them, unless the clock was started again. */
  @Column({ type: 'uuid', name: 'promised_by' })
  promisedBy: string;

  @Column({ type: 'text', name: 'class_code', nullable: true })
  classCode: string | null;

  @Column({ type: 'text' })
  priority: Priority;

  @Column({ type: 'integer', name: 'policy_version' })
  policyVersion: number;

  @Column({ type: 'uuid', name: 'calendar_id', nullable: true })
  calendarId: string | null;

  @Column({ type: 'integer', name: 'calendar_version', nullable: true })
  calendarVersion: number | null;

  @Column({ type: 'timestamptz', name: 'started_at' })
  startedAt: Date;

  /** Null while it is paused, and where a promise in working time has no calendar. */
  @Column({ type: 'timestamptz', name: 'due_at', nullable: true })
  dueAt: Date | null;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome: DeadlineOutcome | null;

  /** Since when the citizen is awaited. */
  @Column({ type: 'timestamptz', name: 'paused_since', nullable: true })
  pausedSince: Date | null;

  /** Until when a holding reply put it off. */
  @Column({ type: 'timestamptz', name: 'extended_until', nullable: true })
  extendedUntil: Date | null;

  @Column({ type: 'jsonb' })
  segments: KeptSegment[];

  /** When each share of the time is used up, in order. */
  @Column({ type: 'jsonb' })
  warnings: Warning[];

  /** When the first of the shares is used up of which nobody was told; null where none is left. */
  @Column({ type: 'timestamptz', name: 'next_warning_at', nullable: true })
  nextWarningAt: Date | null;
}
