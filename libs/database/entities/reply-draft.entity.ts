import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReplyKind } from '#domain/replies/reply-kind.js';

/** What an officer has written and not sent yet; empty where it was sent or discarded. */
@Entity('reply_draft')
export class ReplyDraft {
  @PrimaryColumn({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @PrimaryColumn({ type: 'uuid', name: 'officer_id' })
  officerId: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text', default: 'answer' })
  kind: ReplyKind;

  /** Of what is to be a holding reply: the day that was chosen, as YYYY-MM-DD in the department's zone. */
  @Column({ type: 'text', name: 'holding_date', nullable: true })
  holdingDate: string | null;

  @Column({ type: 'text', name: 'holding_reason', default: '' })
  holdingReason: string;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
