import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ModerationState, Visibility } from '#domain/moderation/visibility.js';

@Entity('message')
export class Message {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'conversation_id' })
  conversationId: string;

  @Column({ type: 'uuid', name: 'channel_id' })
  channelId: string;

  @Column({ type: 'text', name: 'external_id' })
  externalId: string;

  @Column({ type: 'uuid', name: 'citizen_id' })
  citizenId: string;

  /** As it was when this was written: what screening looked at is what is shown. */
  @Column({ type: 'text', name: 'author_name' })
  authorName: string;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'bytea', name: 'body_digest' })
  bodyDigest: Buffer;

  @Column({ type: 'text' })
  language: string;

  @Column({ type: 'text' })
  visibility: Visibility;

  @Column({ type: 'text' })
  state: ModerationState;

  @Column({ type: 'timestamptz', name: 'posted_at' })
  postedAt: Date;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt: Date;

  /** Where it came in, if it was split off from there. */
  @Column({ type: 'uuid', name: 'arrived_in_id', nullable: true })
  arrivedInId: string | null;
}
