import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';
import type { Priority } from '#domain/conversations/priority.js';

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

  /** Since when the citizen is awaited, who was asked something; never while anybody waits for the desk. */
  @Column({ type: 'timestamptz', name: 'asked_at', nullable: true })
  askedAt: Date | null;

  /** The conversation in which this one is carried on; never one that is merged itself. */
  @Column({ type: 'uuid', name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  /** The conversation to which its first messages were written. */
  @Column({ type: 'uuid', name: 'split_from_id', nullable: true })
  splitFromId: string | null;

  /** While a reply waits to leave: until when. The conversation then stays where it is. */
  @Column({ type: 'timestamptz', name: 'reply_leaves_at', nullable: true })
  replyLeavesAt: Date | null;

  @Column({ type: 'text' })
  priority: Priority;

  /** Of its department's classes of messages, which may have promises of their own; null: of none. */
  @Column({ type: 'text', name: 'class_code', nullable: true })
  classCode: string | null;

  /** Since when supervisors know that nobody took it; null while it is not so. */
  @Column({ type: 'timestamptz', name: 'escalated_at', nullable: true })
  escalatedAt: Date | null;

  /** While it is out of the lists: until when, at the latest. */
  @Column({ type: 'timestamptz', name: 'snoozed_until', nullable: true })
  snoozedUntil: Date | null;

  /** It waits for the citizen rather than for that time. A message of the citizen wakes it either way. */
  @Column({ type: 'boolean', name: 'snoozed_until_message' })
  snoozedUntilMessage: boolean;

  /** As they were put on; what a tag became by merging is looked up when they are shown. */
  @Column({ type: 'uuid', array: true, name: 'tag_ids' })
  tagIds: string[];
}
