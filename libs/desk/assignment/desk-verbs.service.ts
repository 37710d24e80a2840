import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Acted } from '#contracts/conversations.http.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import { afterAct, type ConversationAct } from '#domain/conversations/conversation.lifecycle.js';
import { type ConversationPermission, mayOn } from '#domain/conversations/conversation.permissions.js';
import { type Actor, holds } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import {
  assertNotMerged,
  assertSeen,
  assertStill,
  byOfficer,
  changeConversation,
  type Fact,
  lockConversation,
} from '../conversations/conversation-record.js';
import { endAssignment } from '../conversations/hands.js';
import { give } from './give.js';
import { type TransferOrder, transferTo } from './transfer.js';

export interface Seen {
  conversationId: string;
  /** The version that the officer was looking at. */
  version: number;
}

/** What officers and supervisors do with a conversation by hand. Each: lock, decide, write and record. */
@Injectable()
export class DeskVerbsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
  ) {}

  /** Takes a queued conversation; over capacity too, since the officer chose it. Asked again by its holder it stays as it is. */
  claim(actor: Actor, seen: Seen): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'claim', seen.conversationId);
      if (conversation.status === 'assigned') return alreadyHeld(conversation, actor);
      assertSeen(conversation, seen.version);
      return give(tx, conversation, {
        actor,
        at: this.clock.now(),
        act: 'claim',
        officerId: actor.officerId,
        reason: { rule: 'claimed' },
      });
    });
  }

  /** Gives a conversation to a colleague of the department. */
  assign(actor: Actor, seen: Seen & { officerId: string }): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'assign', seen.conversationId);
      assertSeen(conversation, seen.version);
      if (conversation.officerId === seen.officerId && conversation.status === 'assigned') return acted(conversation);
      await assertTakes(tx, seen.officerId, conversation.departmentId);
      const reason: AssignmentReason = { rule: 'by-hand', byOfficerId: actor.officerId };
      const at = this.clock.now();
      return give(tx, conversation, { actor, act: 'assign', officerId: seen.officerId, reason, at });
    });
  }

  /** Puts a conversation back into the queue; it is offered to others at once. */
  release(actor: Actor, seen: Seen): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'release', seen.conversationId);
      assertSeen(conversation, seen.version);
      const status = afterAct(conversation.status, 'release');
      return this.leave(tx, conversation, {
        patch: { status, officerId: null },
        fact: {
          type: 'conversation.released',
          actor: byOfficer(actor),
          payload: { fromOfficerId: conversation.officerId },
        },
      });
    });
  }

  /** Hands a conversation to another department: same reference, same clock, history kept. */
  transfer(actor: Actor, seen: Seen & TransferOrder): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'transfer', seen.conversationId);
      assertSeen(conversation, seen.version);
      return this.leave(tx, conversation, await transferTo(tx, conversation, { actor, order: seen }));
    });
  }

  close(actor: Actor, seen: Seen & { reason: string }): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'close', seen.conversationId);
      assertSeen(conversation, seen.version);
      return this.leave(tx, conversation, {
        patch: { status: afterAct(conversation.status, 'close'), waitingSince: null },
        fact: { type: 'conversation.closed', actor: byOfficer(actor), words: { reason: seen.reason } },
      });
    });
  }

  /** Back into the queue, waiting from now on, with a new promise. */
  reopen(actor: Actor, seen: Seen): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'reopen', seen.conversationId);
      assertSeen(conversation, seen.version);
      const waitingSince = this.clock.now();
      return this.leave(tx, conversation, {
        patch: {
          status: afterAct(conversation.status, 'reopen'),
          officerId: null,
          waitingSince,
          answerDueAt: null,
        },
        fact: { type: 'conversation.reopened', actor: byOfficer(actor), payload: {} },
      });
    });
  }

  private async act(verb: (tx: Tx) => Promise<Acted>): Promise<Acted> {
    const result = await transaction(this.dataSource, verb);
    this.nudge.nudge();
    return result;
  }

  private async lockFor(
    tx: Tx,
    actor: Actor,
    permission: Extract<ConversationPermission, ConversationAct>,
    id: string,
  ): Promise<Conversation> {
    const conversation = await lockConversation(tx, id);
    if (!mayOn(actor, 'read', conversation))
      throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    assertNotMerged(conversation);
    if (!mayOn(actor, permission, conversation))
      throw new Refusal('forbidden', { detail: `You may not ${permission} this conversation.` });
    assertStill(conversation, permission);
    return conversation;
  }

  private async leave(
    tx: Tx,
    conversation: Conversation,
    change: { patch: Partial<Conversation>; fact: Pick<Fact, 'type' | 'actor' | 'payload' | 'words'> },
  ): Promise<Acted> {
    const at = this.clock.now();
    await endAssignment(tx, conversation.id, { at });
    return acted(await changeConversation(tx, conversation, { patch: change.patch, fact: { ...change.fact, at } }));
  }
}

function alreadyHeld(conversation: Conversation, actor: Actor): Acted {
  if (conversation.officerId === actor.officerId) return acted(conversation);
  throw new Refusal('already-claimed', {
    detail: 'A colleague has this conversation already.',
    current: { status: conversation.status, version: conversation.version, officerId: conversation.officerId },
  });
}

async function assertTakes(tx: Tx, officerId: string, departmentId: string): Promise<void> {
  const grants: Actor['grants'] = await tx.query(
    `SELECT g.role, g.department_id AS "departmentId" FROM role_grant g JOIN officer o ON o.id = g.officer_id
     WHERE o.id = $1 AND o.is_active`,
    [officerId],
  );
  if (holds({ officerId, grants }, 'officer', departmentId)) return;
  const reason = 'is not an officer of this department';
  throw new Refusal('invalid', { detail: `officerId: ${reason}`, errors: [{ field: 'officerId', reason }] });
}

function acted({ id, status, version }: Conversation): Acted {
  return { id, status, version };
}
