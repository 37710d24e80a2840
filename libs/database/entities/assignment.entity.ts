import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import type { TakenBackBecause } from '#domain/assignment/taken-back.js';

@Entity('assignment')
export class Assignment {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @Column({ type: 'uuid', name: 'officer_id' })
  officerId: string;

  @Column({ type: 'jsonb' })
  reason: AssignmentReason;

  @Column({ type: 'timestamptz', name: 'assigned_at' })
  assignedAt: Date;

  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true })
  endedAt: Date | null;

  /** Why the desk itself took it back; null where a person or an answer ended it. */
  @Column({ type: 'text', name: 'ended_because', nullable: true })
  endedBecause: TakenBackBecause | null;
}
