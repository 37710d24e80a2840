import { Injectable } from '@nestjs/common';
import type { Acted } from '#contracts/conversations.http.js';
import { Tag } from '#database/entities/tag.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { retagged, TAGS_ON_ONE_LIMIT } from '#domain/triage/tags.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { lockSeen, type Seen } from './lock-seen.js';
import { acted, TriageAct } from './triage-act.js';

export interface Retag extends Seen {
  add: readonly string[];
  remove: readonly string[];
}

@Injectable()
export class TaggingService {
  constructor(private readonly act: TriageAct) {}

  /** Puts tags of the conversation's department on it and takes others off. What is so already is no change. */
  tag(actor: Actor, { add, remove, ...seen }: Retag): Promise<Acted> {
    return this.act.run(async (tx, at) => {
      const conversation = await lockSeen(tx, actor, 'label', seen);
      const byId = await tagsOf(tx, conversation.departmentId);
      assertUsable(byId, add);
      const { tagIds, added, removed } = retagged(byId, conversation.tagIds, { add, remove });
      if (added.length === 0 && removed.length === 0) return acted(conversation);
      if (tagIds.length > TAGS_ON_ONE_LIMIT) throw tooMany();
      const payload = { ...(added.length > 0 && { added }), ...(removed.length > 0 && { removed }) };
      const fact = { type: 'conversation.tagged' as const, actor: byOfficer(actor), payload, at };
      return acted(await changeConversation(tx, conversation, { patch: { tagIds }, fact }));
    });
  }
}

export async function tagsOf(tx: Tx, departmentId: string): Promise<Map<string, Tag>> {
  const tags = await tx.findBy(Tag, { departmentId });
  return new Map(tags.map((tag) => [tag.id, tag]));
}

/** Those of another department, and those that have been put away, are not to be put on. */
function assertUsable(byId: ReadonlyMap<string, Tag>, ids: readonly string[]): void {
  const unusable = ids.some((id) => {
    const tag = byId.get(id);
    return !tag || tag.archivedAt !== null || tag.mergedIntoId !== null;
  });
  if (!unusable) return;
  const reason = 'holds a tag that this department does not use';
  throw new Refusal('invalid', { detail: `add: ${reason}`, errors: [{ field: 'add', reason }] });
}

function tooMany(): Refusal {
  const reason = `a conversation has at most ${TAGS_ON_ONE_LIMIT} tags`;
  return new Refusal('invalid', { detail: reason, errors: [{ field: 'add', reason }] });
}
