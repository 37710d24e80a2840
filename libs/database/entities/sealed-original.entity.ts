import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the citizen wrote where something of it is covered: the message itself holds the text with blocks. */
@Entity('sealed_original')
export class SealedOriginal {
  @PrimaryColumn({ type: 'uuid', name: 'message_id' })
  messageId: string;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text', name: 'author_name' })
  authorName: string;

  @Column({ type: 'timestamptz', name: 'sealed_at' })
  sealedAt: Date;
}
