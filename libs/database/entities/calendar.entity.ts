import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the departments that follow it work; what it says stands in its versions. */
@Entity('calendar')
export class Calendar {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'text', name: 'name_en' })
  nameEn: string;

  @Column({ type: 'text', name: 'name_zh' })
  nameZh: string;

  /** The newest, which binds what is open. */
  @Column({ type: 'integer' })
  version: number;

  /** Kept by administrators, for whoever wants to follow it; decided when it is made. */
  @Column({ type: 'boolean', name: 'is_for_all' })
  isForAll: boolean;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** No longer offered, and followed by nobody; what was measured by it goes on naming it. */
  @Column({ type: 'timestamptz', name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @Column({ type: 'uuid', name: 'archived_by', nullable: true })
  archivedBy: string | null;
}
