import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeptWork } from '#domain/merging/work.js';

/** A time during which one conversation was carried on in another. */
@Entity('conversation_merge')
export class ConversationMerge {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @Column({ type: 'uuid', name: 'into_id' })
  intoId: string;

  /** Answers given in the other one from here on are answers to this one too. */
  @Column({ type: 'timestamptz', name: 'from_at' })
  fromAt: Date;

  @Column({ type: 'timestamptz', name: 'until_at', nullable: true })
  untilAt: Date | null;

  @Column({ type: 'uuid', name: 'merged_by' })
  mergedBy: string;

  /** When it was first merged; earlier than `fromAt` where its survivor was merged in turn. */
  @Column({ type: 'timestamptz', name: 'merged_at' })
  mergedAt: Date;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** What was to be done in this one when it was merged. */
  @Column({ type: 'jsonb', name: 'own_work' })
  ownWork: KeptWork;

  /** What was to be done in the survivor itself before anything was merged into it. */
  @Column({ type: 'jsonb', name: 'survivor_work' })
  survivorWork: KeptWork;

  /** The merge of the former survivor that took this one along. */
  @Column({ type: 'uuid', name: 'moved_with', nullable: true })
  movedWith: string | null;
}
