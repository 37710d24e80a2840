import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reply')
export class Reply {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @Column({ type: 'uuid', name: 'officer_id', nullable: true })
  officerId: string | null;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'timestamptz', name: 'sent_at' })
  sentAt: Date;

  @Column({ type: 'boolean', name: 'is_imported' })
  isImported: boolean;
}
