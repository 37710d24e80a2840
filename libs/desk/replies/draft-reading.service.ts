import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { ColleagueDraft, colleagueDraftSchema, earlierDraftsSchema } from '#contracts/replies.http.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { textOfDraft } from '#domain/replies/draft-words.js';
import { draftsOfOthers, earlierDrafts } from './reply-draft.queries.js';

/** What colleagues have begun to write, for those who may go on with it; and what one has written over oneself. */
@Injectable()
export class DraftReadingService {
  constructor(private readonly dataSource: DataSource) {}

  async ofColleagues(actor: Actor, conversationId: string): Promise<ColleagueDraft[]> {
    const rows = await this.others(actor, conversationId);
    return rows.map(({ officerId, officerName, updatedAt, isStillHere }) => ({
      officer: { id: officerId, name: officerName },
      updatedAt: updatedAt.toISOString(),
      isStillHere,
    }));
  }

  async ofColleague(
    actor: Actor,
    conversationId: string,
    officerId: string,
  ): Promise<z.infer<typeof colleagueDraftSchema>> {
    const draft = (await this.others(actor, conversationId)).find((row) => row.officerId === officerId);
    if (!draft) throw new Refusal('not-found', { detail: 'There is no such draft any more.' });
    const officer = { id: draft.officerId, name: draft.officerName };
    return { officer, body: textOfDraft(draft), updatedAt: draft.updatedAt.toISOString() };
  }

  /** One's own texts need no permission but to be one's own. */
  async earlier(actor: Actor, conversationId: string): Promise<z.infer<typeof earlierDraftsSchema>['items']> {
    const rows = await earlierDrafts(this.dataSource, { conversationId, officerId: actor.officerId });
    return rows.map(({ version, body, replacedAt }) => ({ version, body, replacedAt: replacedAt.toISOString() }));
  }

  private async others(actor: Actor, conversationId: string) {
    const conversation = await this.dataSource.getRepository(Conversation).findOneBy({ id: conversationId });
    if (!conversation || !mayOn(actor, 'read', conversation))
      throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    if (!mayOn(actor, 'read-drafts', conversation))
      throw new Refusal('forbidden', { detail: 'Drafts are read by those who could send them, and by supervisors.' });
    return draftsOfOthers(this.dataSource, { conversationId, officerId: actor.officerId });
  }
}
