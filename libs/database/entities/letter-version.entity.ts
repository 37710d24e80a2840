import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('letter_version')
export class LetterVersion {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'letter_id' })
  letterId: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  canonical: string;

  @Column({ type: 'text', name: 'content_hash' })
  contentHash: string;

  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'uuid', name: 'submitted_by' })
  submittedBy: string;

  @Column({ type: 'timestamptz', name: 'submitted_at' })
  submittedAt: Date;

  @Column({ type: 'uuid', name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'voided_at', nullable: true })
  voidedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'published_at', nullable: true })
  publishedAt: Date | null;
}
