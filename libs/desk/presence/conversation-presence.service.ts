import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { conversationRoom, type Doing, ON_CONVERSATION_SECONDS } from '#contracts/realtime.js';
import type { PresenceView } from '#contracts/replies.http.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { expire, factsOf, leave, othersOn, say } from './conversation-presence.queries.js';

/**
 * Who has a conversation open and whether they write in it. In PostgreSQL, so that it is the same from every process and
 * without Redis, and can be asked by assignment in its transaction.
 */
@Injectable()
export class ConversationPresenceService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async mayRead(actor: Actor, conversationId: string): Promise<boolean> {
    const facts = await factsOf(this.dataSource, conversationId);
    return facts !== null && mayOn(actor, 'read', facts);
  }

  /** A sign of life of one console. The others are rung where it is news. */
  async say(actor: Actor, said: { consoleId: string; conversationId: string; doing: Doing }): Promise<void> {
    const { conversationId, doing } = said;
    const row = { ...said, officerId: actor.officerId, at: this.runtime.clock.now() };
    const earlier = await say(this.dataSource, row);
    if (earlier?.conversationId === conversationId && earlier.doing === doing) return;
    this.ring([conversationId, ...(earlier ? [earlier.conversationId] : [])]);
  }

  async leave(consoleId: string): Promise<void> {
    const left = await leave(this.dataSource, consoleId);
    if (left) this.ring([left]);
  }

  /** Those whose consoles fell silent: a crash, a cable, a process that died with its sockets. */
  async expire(): Promise<void> {
    this.ring([...(await expire(this.dataSource, this.silentSince()))]);
  }

  /** Everybody else who has it open. */
  async of(actor: Actor, conversationId: string): Promise<PresenceView> {
    if (!(await this.mayRead(actor, conversationId)))
      throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    const { officerId } = actor;
    const rows = await othersOn(this.dataSource, { conversationId, officerId, since: this.silentSince() });
    const items = rows.map((row) => ({
      officer: { id: row.officerId, name: row.officerName },
      doing: row.doing,
      since: row.since.toISOString(),
    }));
    return { items };
  }

  private silentSince(): Date {
    return new Date(this.runtime.clock.now().getTime() - ON_CONVERSATION_SECONDS * 1_000);
  }

  /** Not an event: it is true for seconds and nobody asks for it later. A ring that is lost is made up for by the next look. */
  private ring(conversationIds: readonly string[]): void {
    const { doorbell } = this.runtime;
    if (!doorbell.isUp()) return;
    for (const conversationId of new Set(conversationIds)) {
      doorbell.ring([conversationRoom(conversationId)], { event: 'presence.changed', conversationId });
    }
  }
}
