import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ViewAudience } from '#domain/triage/saved-view.permissions.js';

@Entity('saved_view')
export class SavedView {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Who made it. */
  @Column({ type: 'uuid', name: 'owner_id' })
  ownerId: string;

  @Column({ type: 'text' })
  audience: ViewAudience;

  /** Whose team; null for the other audiences. */
  @Column({ type: 'uuid', name: 'department_id', nullable: true })
  departmentId: string | null;

  @Column({ type: 'text' })
  name: string;

  /** As contracts/inbox.http.ts defines a filter. */
  @Column({ type: 'jsonb' })
  filter: object;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;

  /** Deleted views can be brought back. */
  @Column({ type: 'timestamptz', name: 'deleted_at', nullable: true })
  deletedAt: Date | null;
}
