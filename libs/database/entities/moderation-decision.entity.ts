import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import type { RedactedSpan } from '#domain/moderation/redaction.js';
import type { Statement } from '#domain/moderation/statement.js';
import type { ModerationState } from '#domain/moderation/visibility.js';

/** Written once and never changed: what was decided on a message, when and why. */
@Entity('moderation_decision')
export class ModerationDecision {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'message_id' })
  messageId: string;

  @Column({ type: 'text' })
  decision: Decision;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'integer', name: 'reason_version' })
  reasonVersion: number;

  /** To the author; it is in the statement too. */
  @Column({ type: 'text', nullable: true })
  explanation: string | null;

  /** Inside the desk. */
  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'jsonb' })
  findings: unknown[];

  /** What it made of the message; null for those of screening. */
  @Column({ type: 'text', nullable: true })
  state: ModerationState | null;

  /** Of a redaction: what was covered, in the original. */
  @Column({ type: 'jsonb', nullable: true })
  spans: RedactedSpan[] | null;

  @Column({ type: 'jsonb', nullable: true })
  statement: Statement | null;

  /** It was made to the whole conversation, by two people. */
  @Column({ type: 'uuid', name: 'hide_proposal_id', nullable: true })
  hideProposalId: string | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at' })
  decidedAt: Date;
}
