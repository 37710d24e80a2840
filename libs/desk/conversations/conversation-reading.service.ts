import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ConversationView, HistoryEntry, ThreadEntry } from '#contracts/conversations.http.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { lastArrival } from './arrivals.queries.js';
import { type ConversationRecord, conversationRecord, historyRecords, threadRecords } from './conversation.queries.js';
import { conversationView, historyEntryView } from './conversation.view.js';
import { handoverRecord } from './handover.queries.js';
import { holdingFacts } from './holding.queries.js';
import { threadView } from './thread.view.js';

@Injectable()
export class ConversationReadingService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Everything on one screen. What the officer may not read does not exist: `not-found`. */
  async read(actor: Actor, id: string): Promise<ConversationView> {
    const record = await this.readable(actor, id);
    const [thread, lastEntryId, handover, holding] = await Promise.all([
      threadRecords(this.dataSource, record),
      lastArrival(this.dataSource, id),
      handoverRecord(this.dataSource, record),
      holdingFacts(this.dataSource, id),
    ]);
    return conversationView(record, thread, {
      actor,
      siteUrl: this.runtime.config.SITE_PUBLIC_URL,
      now: this.runtime.clock.now(),
      lastEntryId,
      handover,
      holding,
    });
  }

  async history(actor: Actor, id: string): Promise<HistoryEntry[]> {
    await this.readable(actor, id);
    const records = await historyRecords(this.dataSource, id);
    return records.map(historyEntryView);
  }

  /** Those entries of the thread that the ids name: what somebody has missed. */
  async entries(actor: Actor, id: string, entryIds: readonly string[]): Promise<ThreadEntry[]> {
    const record = await this.readable(actor, id);
    const thread = await threadRecords(this.dataSource, record);
    const { departmentId, officerId, partIds } = record;
    const entries = threadView(thread, { actor, departmentId, officerId, partIds, now: this.runtime.clock.now() });
    return entries.filter((entry) => entryIds.includes(entry.id));
  }

  private async readable(actor: Actor, id: string): Promise<ConversationRecord> {
    const record = await conversationRecord(this.dataSource, id);
    if (record && mayOn(actor, 'read', record)) return record;
    throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  }
}
