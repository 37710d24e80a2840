import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('canned_reply')
export class CannedReply {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** The department's; null for an officer's own. */
  @Column({ type: 'uuid', name: 'department_id', nullable: true })
  departmentId: string | null;

  @Column({ type: 'uuid', name: 'owner_id', nullable: true })
  ownerId: string | null;

  @Column({ type: 'text' })
  title: string;

  /** What is typed after "/" to find it. */
  @Column({ type: 'text', nullable: true })
  shortcut: string | null;

  @Column({ type: 'text' })
  language: 'en' | 'zh';

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'integer', name: 'used_count' })
  usedCount: number;

  @Column({ type: 'timestamptz', name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column({ type: 'uuid', name: 'edited_by' })
  editedBy: string;

  @Column({ type: 'timestamptz', name: 'edited_at' })
  editedAt: Date;

  @Column({ type: 'timestamptz', name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}
