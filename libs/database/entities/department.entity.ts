import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssignmentPolicy } from '#domain/assignment/policy.js';

@Entity('department')
export class Department {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text', name: 'reference_prefix' })
  referencePrefix: string;

  @Column({ type: 'text', name: 'name_en' })
  nameEn: string;

  @Column({ type: 'text', name: 'name_zh' })
  nameZh: string;

  @Column({ type: 'text', name: 'time_zone' })
  timeZone: string;

  @Column({ type: 'integer', name: 'answer_within_hours', nullable: true })
  answerWithinHours: number | null;

  @Column({ type: 'text', name: 'assignment_policy' })
  assignmentPolicy: AssignmentPolicy;

  /** After how long in the queue a supervisor is told; null for never. */
  @Column({ type: 'integer', name: 'escalate_after_minutes', nullable: true })
  escalateAfterMinutes: number | null;

  /** How long what an absent officer has in hand waits for the officer before it is offered again. */
  @Column({ type: 'integer', name: 'leave_grace_minutes' })
  leaveGraceMinutes: number;

  @Column({ type: 'integer', name: 'policy_version' })
  policyVersion: number;

  /** How long a reply waits and can be taken back; 0 is not at all. */
  @Column({ type: 'integer', name: 'undo_seconds', default: 10 })
  undoSeconds: number;

  /** When it works; null: no calendar, and so no working time. */
  @Column({ type: 'uuid', name: 'calendar_id', nullable: true })
  calendarId: string | null;

  /** Who is told when a promised time is over; an officer of the department. */
  @Column({ type: 'uuid', name: 'head_officer_id', nullable: true })
  headOfficerId: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
