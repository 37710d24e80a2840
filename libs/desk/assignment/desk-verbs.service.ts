import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Acted } from '#contracts/conversations.http.js';
import { Assignment } from '#database/entities/assignment.entity.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { Department } from '#database/entities/department.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import type { AssignmentReason } from '#domain/assignment/choose-officer.js';
import { afterAct, type ConversationAct } from '#domain/conversations/conversation.lifecycle.js';
import { type ConversationPermission, mayOn } from '#domain/conversations/conversation.permissions.js';
import { answerDueAt } from '#domain/deadlines/answer-deadline.js';
import { type Actor, holds } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import {
  assertSeen,
  byOfficer,
  changeConversation,
  type Fact,
  lockConversation,
} from '../conversations/conversation-record.js';

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
      return this.give(tx, conversation, {
        actor,
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
      return this.give(tx, conversation, { actor, act: 'assign', officerId: seen.officerId, reason });
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
  transfer(actor: Actor, seen: Seen & { department: string; note?: string | undefined }): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'transfer', seen.conversationId);
      assertSeen(conversation, seen.version);
      const target = await tx.findOneBy(Department, { slug: seen.department });
      if (!target || target.id === conversation.departmentId) {
        const reason = target ? 'it is with this department already' : 'there is no such department';
        throw new Refusal('invalid', { detail: reason, errors: [{ field: 'department', reason }] });
      }
      const payload = {
        fromDepartmentId: conversation.departmentId,
        toDepartmentId: target.id,
        ...(conversation.officerId && { fromOfficerId: conversation.officerId }),
        ...(seen.note && { note: seen.note }),
      };
      return this.leave(tx, conversation, {
        patch: { status: afterAct(conversation.status, 'transfer'), officerId: null, departmentId: target.id },
        fact: { type: 'conversation.transferred', actor: byOfficer(actor), payload },
      });
    });
  }

  close(actor: Actor, seen: Seen & { reason: string }): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'close', seen.conversationId);
      assertSeen(conversation, seen.version);
      return this.leave(tx, conversation, {
        patch: { status: afterAct(conversation.status, 'close'), waitingSince: null },
        fact: { type: 'conversation.closed', actor: byOfficer(actor), payload: { reason: seen.reason } },
      });
    });
  }

  /** Back into the queue, waiting from now on, with a new promise. */
  reopen(actor: Actor, seen: Seen): Promise<Acted> {
    return this.act(async (tx) => {
      const conversation = await this.lockFor(tx, actor, 'reopen', seen.conversationId);
      assertSeen(conversation, seen.version);
      const waitingSince = this.clock.now();
      const { answerWithinHours } = await tx.findOneByOrFail(Department, { id: conversation.departmentId });
      return this.leave(tx, conversation, {
        patch: {
          status: afterAct(conversation.status, 'reopen'),
          officerId: null,
          waitingSince,
          answerDueAt: answerDueAt(waitingSince, answerWithinHours),
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

  private async lockFor(tx: Tx, actor: Actor, permission: ConversationPermission, id: string): Promise<Conversation> {
    const conversation = await lockConversation(tx, id);
    if (!mayOn(actor, 'read', conversation))
      throw new Refusal('not-found', { detail: 'There is no such conversation.' });
    if (!mayOn(actor, permission, conversation))
      throw new Refusal('forbidden', { detail: `You may not ${permission} this conversation.` });
    return conversation;
  }

  private async give(
    tx: Tx,
    conversation: Conversation,
    to: { actor: Actor; act: ConversationAct; officerId: string; reason: AssignmentReason },
  ): Promise<Acted> {
    const at = this.clock.now();
    const status = afterAct(conversation.status, to.act);
    // The officer's row is locked so that a worker counting hands at this moment counts this one too.
    await tx.query('UPDATE officer SET last_assigned_at = $2 WHERE id = $1', [to.officerId, at]);
    await endAssignment(tx, conversation.id, at);
    await tx.insert(Assignment, {
      id: uuidv7(),
      conversationId: conversation.id,
      officerId: to.officerId,
      reason: to.reason,
      assignedAt: at,
      endedAt: null,
    });
    const payload = {
      officerId: to.officerId,
      reason: to.reason,
      ...(conversation.officerId && { fromOfficerId: conversation.officerId }),
    };
    const changed = await changeConversation(tx, conversation, {
      patch: { status, officerId: to.officerId },
      fact: { type: 'conversation.assigned', actor: byOfficer(to.actor), payload, at },
    });
    return acted(changed);
  }

  private async leave(
    tx: Tx,
    conversation: Conversation,
    change: { patch: Partial<Conversation>; fact: Pick<Fact, 'type' | 'actor' | 'payload'> },
  ): Promise<Acted> {
    const at = this.clock.now();
    await endAssignment(tx, conversation.id, at);
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

async function endAssignment(tx: Tx, conversationId: string, at: Date): Promise<void> {
  await tx.update(Assignment, { conversationId, endedAt: IsNull() }, { endedAt: at });
}

function acted({ id, status, version }: Conversation): Acted {
  return { id, status, version };
}
