import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';

@Entity('conversation')
export class Conversation {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  reference: string;

  @Column({ type: 'uuid', name: 'department_id' })
  departmentId: string;

  @Column({ type: 'uuid', name: 'channel_id' })
  channelId: string;

  @Column({ type: 'uuid', name: 'citizen_id' })
  citizenId: string;

  @Column({ type: 'text' })
  status: ConversationStatus;

  @Column({ type: 'uuid', name: 'officer_id', nullable: true })
  officerId: string | null;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({ type: 'text' })
  excerpt: string;

  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'bytea', name: 'tracking_hash', nullable: true })
  trackingHash: Buffer | null;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt: Date;

  @Column({ type: 'timestamptz', name: 'last_message_at' })
  lastMessageAt: Date;

  @Column({ type: 'timestamptz', name: 'waiting_since', nullable: true })
  waitingSince: Date | null;

  @Column({ type: 'timestamptz', name: 'answer_due_at', nullable: true })
  answerDueAt: Date | null;

  @Column({ type: 'timestamptz', name: 'first_answered_at', nullable: true })
  firstAnsweredAt: Date | null;
}
