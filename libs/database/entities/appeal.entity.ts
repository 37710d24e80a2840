import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppealStatus } from '#domain/moderation/appeal.lifecycle.js';

/** What its author has against one decision on a message. Never public. */
@Entity('appeal')
export class Appeal {
  /** Made by the form: the same one again appeals once. */
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'decision_id' })
  decisionId: string;

  @Column({ type: 'uuid', name: 'message_id' })
  messageId: string;

  @Column({ type: 'text' })
  body: string;

  /** Who wrote it down for the author; null where the author did. */
  @Column({ type: 'uuid', name: 'lodged_by', nullable: true })
  lodgedBy: string | null;

  @Column({ type: 'timestamptz', name: 'lodged_at' })
  lodgedAt: Date;

  @Column({ type: 'text' })
  status: AppealStatus;

  /** Counts up with each act. */
  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz', name: 'asked_at', nullable: true })
  askedAt: Date | null;

  /** Who made the decision, or had a part in it: none of them decides on the appeal. */
  @Column({ type: 'uuid', name: 'barred_ids', array: true })
  barredIds: string[];

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** To the author. */
  @Column({ type: 'text', nullable: true })
  explanation: string | null;
}
