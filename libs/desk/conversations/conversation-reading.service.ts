import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ConversationView, HistoryEntry } from '#contracts/conversations.http.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { type ConversationRecord, conversationRecord, historyRecords, threadRecords } from './conversation.queries.js';
import { conversationView, historyEntryView } from './conversation.view.js';

@Injectable()
export class ConversationReadingService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Everything on one screen. What the officer may not read does not exist: `not-found`. */
  async read(actor: Actor, id: string): Promise<ConversationView> {
    const record = await this.readable(actor, id);
    const thread = await threadRecords(this.dataSource, id);
    return conversationView(record, thread, { actor, siteUrl: this.runtime.config.SITE_PUBLIC_URL });
  }

  async history(actor: Actor, id: string): Promise<HistoryEntry[]> {
    await this.readable(actor, id);
    const records = await historyRecords(this.dataSource, id);
    return records.map(historyEntryView);
  }

  private async readable(actor: Actor, id: string): Promise<ConversationRecord> {
    const record = await conversationRecord(this.dataSource, id);
    if (record && mayOn(actor, 'read', record)) return record;
    throw new Refusal('not-found', { detail: 'There is no such conversation.' });
  }
}
