import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScreeningPolicy } from '#domain/moderation/screening-policy.js';

/** What followed from findings from then on. Never edited. */
@Entity('screening_policy_version')
export class ScreeningPolicyVersion {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Null: of the whole desk. */
  @Column({ type: 'uuid', name: 'department_id', nullable: true })
  departmentId: string | null;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  policy: ScreeningPolicy;

  @Column({ type: 'text' })
  why: string;

  @Column({ type: 'uuid', name: 'created_by' })
  createdBy: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
