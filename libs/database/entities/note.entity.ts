import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('note')
export class Note {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @Column({ type: 'uuid', name: 'officer_id' })
  officerId: string;

  /** Mentions as `@[officer id]`; empty once it is deleted. */
  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'uuid', array: true })
  mentions: string[];

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;

  @Column({ type: 'timestamptz', name: 'edited_at', nullable: true })
  editedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'deleted_at', nullable: true })
  deletedAt: Date | null;

  @Column({ type: 'uuid', name: 'deleted_by', nullable: true })
  deletedBy: string | null;
}
