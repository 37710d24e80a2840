import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One moderator wants a whole conversation hidden; another one confirms or declines. */
@Entity('hide_proposal')
export class HideProposal {
  /** Made by the console: the same one again proposes once. */
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'integer', name: 'reason_version' })
  reasonVersion: number;

  @Column({ type: 'text', nullable: true })
  explanation: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** Its messages are held until it is decided. */
  @Column({ type: 'boolean', name: 'is_held' })
  isHeld: boolean;

  @Column({ type: 'uuid', name: 'proposed_by' })
  proposedBy: string;

  @Column({ type: 'timestamptz', name: 'proposed_at' })
  proposedAt: Date;

  /** Null while it is open. */
  @Column({ type: 'text', nullable: true })
  outcome: 'confirmed' | 'declined' | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'uuid', name: 'shown_by', nullable: true })
  shownBy: string | null;

  @Column({ type: 'timestamptz', name: 'shown_at', nullable: true })
  shownAt: Date | null;
}
