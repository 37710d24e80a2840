import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { conversationRoom, officerRoom, type Ring } from '#contracts/realtime.js';
import { DRAFT_LIMIT, type DraftView } from '#contracts/replies.http.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { ReplyDraft } from '#database/entities/reply-draft.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { type DraftWords, isEmptyDraft, isSameDraft, joinedDraft, NO_WORDS } from '#domain/replies/draft-words.js';
import type { ReplyKind } from '#domain/replies/reply-kind.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { byOfficer, changeConversation, lockConversation } from '../conversations/conversation-record.js';
import { draftView, lockDraft, writeDraft } from './reply-draft-record.js';

/** What is not named stays as it is. */
export interface SaveDraft {
  conversationId: string;
  /** Of the text that this one was written over. */
  version: number;
  body: string;
  kind?: ReplyKind | undefined;
  holdingDate?: string | null | undefined;
  holdingReason?: string | undefined;
}

/** What officers have written and not sent: on the desk, so that it follows them and survives their browsers. */
@Injectable()
export class ReplyDraftService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly nudge: EventNudge,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** One's own words, also where the conversation has gone to where one may not read it. */
  async own(actor: Actor, conversationId: string): Promise<DraftView> {
    const key = { conversationId, officerId: actor.officerId };
    const draft = await this.dataSource.getRepository(ReplyDraft).findOneBy(key);
    if (draft) return draftView(draft);
    const conversation = await this.dataSource.getRepository(Conversation).findOneBy({ id: conversationId });
    assertReadable(actor, conversation);
    return draftView({ version: 0, ...NO_WORDS, updatedAt: this.runtime.clock.now() });
  }

  /** Refuses `stale-version` with the newer text where it was written elsewhere in the meantime. */
  async save(actor: Actor, { conversationId, version, body, ...given }: SaveDraft): Promise<DraftView> {
    const { saved, hasBegunOrEnded } = await transaction(this.dataSource, async (tx) => {
      assertMayDraft(actor, await tx.findOneBy(Conversation, { id: conversationId }));
      const at = this.runtime.clock.now();
      const draft = await lockDraft(tx, { conversationId, officerId: actor.officerId }, at);
      const words = wordsSaved(draft, { body, ...given });
      if (isSameDraft(words, draft)) return { saved: draftView(draft), hasBegunOrEnded: false };
      assertNewest(draft, version);
      const written = await writeDraft(tx, draft, words, at);
      return { saved: draftView(written), hasBegunOrEnded: isEmptyDraft(draft) !== isEmptyDraft(words) };
    });
    this.ringConsoles(actor.officerId, conversationId);
    if (hasBegunOrEnded) this.ring(conversationRoom(conversationId), { event: 'presence.changed', conversationId });
    return saved;
  }

  /** A colleague's words beside one's own; the colleague still finds theirs. */
  async takeOver(
    actor: Actor,
    { conversationId, version, fromOfficerId }: { conversationId: string; version: number; fromOfficerId: string },
  ): Promise<DraftView> {
    const taken = await transaction(this.dataSource, (tx) =>
      this.takeOverIn(tx, actor, { conversationId, version, fromOfficerId }),
    );
    this.nudge.nudge();
    this.ringConsoles(actor.officerId, conversationId);
    return taken;
  }

  private async takeOverIn(
    tx: Tx,
    actor: Actor,
    { conversationId, version, fromOfficerId }: { conversationId: string; version: number; fromOfficerId: string },
  ): Promise<DraftView> {
    const conversation = await lockConversation(tx, conversationId);
    assertMayDraft(actor, conversation);
    const at = this.runtime.clock.now();
    const theirs = await tx.findOneBy(ReplyDraft, { conversationId, officerId: fromOfficerId });
    if (!theirs || isEmptyDraft(theirs)) throw new Refusal('not-found', { detail: 'There is no such draft any more.' });
    const mine = await lockDraft(tx, { conversationId, officerId: actor.officerId }, at);
    const words = joinedDraft(mine, theirs);
    if (isSameDraft(words, mine)) return draftView(mine);
    assertNewest(mine, version);
    if ([...words.body].length > DRAFT_LIMIT)
      throw new Refusal('too-large', { detail: 'Both texts together are too long.' });
    const written = await writeDraft(tx, mine, words, at);
    await changeConversation(tx, conversation, {
      patch: {},
      fact: { type: 'draft.taken-over', actor: byOfficer(actor), payload: { fromOfficerId }, at },
    });
    return draftView(written);
  }

  /** The officer's other devices fetch the newer text. Not an event: it is nobody else's business. */
  ringConsoles(officerId: string, conversationId: string): void {
    this.ring(officerRoom(officerId), { event: 'draft.changed', conversationId });
  }

  private ring(room: string, ring: Ring): void {
    const { doorbell } = this.runtime;
    if (doorbell.isUp()) doorbell.ring([room], ring);
  }
}

function wordsSaved(
  draft: ReplyDraft,
  { body, kind, holdingDate, holdingReason }: Omit<SaveDraft, 'conversationId' | 'version'>,
): DraftWords {
  return {
    body,
    kind: kind ?? draft.kind,
    holdingDate: holdingDate === undefined ? draft.holdingDate : holdingDate,
    holdingReason: holdingReason ?? draft.holdingReason,
  };
}

function assertReadable(actor: Actor, conversation: Conversation | null): asserts conversation is Conversation {
  if (conversation && mayOn(actor, 'read', conversation)) return;
  throw new Refusal('not-found', { detail: 'There is no such conversation.' });
}

function assertMayDraft(actor: Actor, conversation: Conversation | null): void {
  assertReadable(actor, conversation);
  if (mayOn(actor, 'draft', conversation)) return;
  throw new Refusal('forbidden', { detail: 'Only officers of the department write replies.' });
}

function assertNewest(draft: ReplyDraft, version: number): void {
  if (draft.version === version) return;
  throw new Refusal('stale-version', {
    detail: 'A newer text of yours was saved from another window or device.',
    current: { ...draftView(draft) },
  });
}
