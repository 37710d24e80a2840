import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeadlinePolicy } from '#domain/deadlines/deadline-policy.js';

/** What a department promised from then on. Never edited. */
@Entity('deadline_policy_version')
export class DeadlinePolicyVersion {
  @PrimaryColumn({ type: 'uuid', name: 'department_id' })
  departmentId: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'jsonb' })
  policy: DeadlinePolicy;

  @Column({ type: 'text' })
  why: string;

  @Column({ type: 'uuid', name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
