import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Mentionable } from '#contracts/notes.http.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { mentionable } from './mentionable.queries.js';

@Injectable()
export class MentionableService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Who may be mentioned in a conversation: all who may read it. */
  async of(actor: Actor, conversationId: string): Promise<Mentionable[]> {
    const conversation = await this.dataSource.manager.findOneBy(Conversation, { id: conversationId });
    if (!conversation || !mayOn(actor, 'read', conversation)) {
      throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    }
    return mentionable(this.dataSource.manager, conversation.departmentId, this.clock.now());
  }
}
