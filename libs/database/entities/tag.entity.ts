import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TagColour } from '#domain/triage/tag-colours.js';

@Entity('tag')
export class Tag {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'department_id' })
  departmentId: string;

  /** One of the two may be empty. */
  @Column({ type: 'text', name: 'name_en' })
  nameEn: string;

  @Column({ type: 'text', name: 'name_zh' })
  nameZh: string;

  @Column({ type: 'text' })
  colour: TagColour;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz', name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  /** What it became: conversations keep the id that they were given, so that taking the merge back is exact. */
  @Column({ type: 'uuid', name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
