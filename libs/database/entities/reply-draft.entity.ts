import { Column, Entity, PrimaryColumn } from 'typeorm';

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

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
