import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReplyState } from '#domain/replies/reply.lifecycle.js';
import type { ReplyKind } from '#domain/replies/reply-kind.js';

@Entity('reply')
export class Reply {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @Column({ type: 'uuid', name: 'officer_id', nullable: true })
  officerId: string | null;

  /** The text as it stands now; the earlier ones are with its corrections. */
  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text', default: 'answer' })
  kind: ReplyKind;

  /** Of a holding reply: until when the answer is promised instead, and why; both are public. */
  @Column({ type: 'timestamptz', name: 'holding_until', nullable: true })
  holdingUntil: Date | null;

  @Column({ type: 'text', name: 'holding_reason', nullable: true })
  holdingReason: string | null;

  @Column({ type: 'text', default: 'sent' })
  state: ReplyState;

  /** Counts up with each correction. */
  @Column({ type: 'integer', default: 1 })
  version: number;

  /** When the officer pressed send: what was written up to then is what it answers. Null where it was imported. */
  @Column({ type: 'timestamptz', name: 'pressed_at', nullable: true })
  pressedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'leaves_at', nullable: true })
  leavesAt: Date | null;

  /** How often it could not leave, and when that is tried next; null: when it is to leave. */
  @Column({ type: 'integer', name: 'leaving_failures', default: 0 })
  leavingFailures: number;

  @Column({ type: 'timestamptz', name: 'next_try_at', nullable: true })
  nextTryAt: Date | null;

  /** When it left; while it waits, when it is to leave. */
  @Column({ type: 'timestamptz', name: 'sent_at' })
  sentAt: Date;

  @Column({ type: 'boolean', name: 'is_imported' })
  isImported: boolean;
}
