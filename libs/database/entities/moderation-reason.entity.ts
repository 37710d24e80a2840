import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import type { Basis } from '#domain/moderation/reasons.js';

/** One version of a reason; the newest of its code is the one in force. */
@Entity('moderation_reason')
export class ModerationReasonRow {
  @PrimaryColumn({ type: 'text' })
  code: string;

  @PrimaryColumn({ type: 'integer' })
  version: number;

  @Column({ type: 'text', name: 'wording_en' })
  wordingEn: string;

  @Column({ type: 'text', name: 'wording_zh' })
  wordingZh: string;

  @Column({ type: 'boolean', name: 'is_public' })
  isPublic: boolean;

  @Column({ type: 'text' })
  basis: Basis;

  @Column({ type: 'text', name: 'basis_en' })
  basisEn: string;

  @Column({ type: 'text', name: 'basis_zh' })
  basisZh: string;

  @Column({ type: 'text', name: 'instead_en' })
  insteadEn: string;

  @Column({ type: 'text', name: 'instead_zh' })
  insteadZh: string;

  @Column({ type: 'text', array: true })
  decisions: Decision[];

  @Column({ type: 'boolean', name: 'is_retired' })
  isRetired: boolean;

  @Column({ type: 'uuid', name: 'made_by', nullable: true })
  madeBy: string | null;

  @Column({ type: 'timestamptz', name: 'made_at' })
  madeAt: Date;
}
