import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('conversation_event')
export class ConversationEvent {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'uuid', name: 'conversation_id', nullable: true })
  conversationId: string | null;

  @Column({ type: 'uuid', name: 'department_id', nullable: true })
  departmentId: string | null;

  @Column({ type: 'uuid', name: 'letter_id', nullable: true })
  letterId: string | null;

  @Column({ type: 'integer', nullable: true })
  version: number | null;

  @Column({ type: 'text', name: 'actor_kind' })
  actorKind: 'citizen' | 'officer' | 'system';

  @Column({ type: 'uuid', name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column({ type: 'jsonb' })
  payload: Record<string, unknown>;

  @Column({ type: 'text', name: 'request_id', nullable: true })
  requestId: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;
}
