import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question about an appeal, or the author's answer to it. */
@Entity('appeal_entry')
export class AppealEntry {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'appeal_id' })
  appealId: string;

  @Column({ type: 'text' })
  kind: 'question' | 'answer';

  @Column({ type: 'text' })
  body: string;

  /** Who asked; null for an answer. */
  @Column({ type: 'uuid', name: 'officer_id', nullable: true })
  officerId: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;
}
