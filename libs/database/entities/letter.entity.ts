import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterStatus } from '#domain/letters/letter.lifecycle.js';

@Entity('letter')
export class Letter {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @Column({ type: 'uuid', name: 'department_id' })
  departmentId: string;

  @Column({ type: 'uuid', name: 'author_id' })
  authorId: string;

  @Column({ type: 'uuid', name: 'official_id', nullable: true })
  officialId: string | null;

  @Column({ type: 'text' })
  status: LetterStatus;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  salutation: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'uuid', array: true, name: 'writer_ids' })
  writerIds: string[];

  @Column({ type: 'text', name: 'returned_note', nullable: true })
  returnedNote: string | null;

  @Column({ type: 'uuid', name: 'returned_by', nullable: true })
  returnedBy: string | null;

  @Column({ type: 'timestamptz', name: 'returned_at', nullable: true })
  returnedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
