import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { z } from 'zod';
import type { EventType } from '#contracts/conversations.http.js';
import type {
  decideHidingSchema,
  HideProposalView,
  Hiding,
  proposeHidingSchema,
  showAgainSchema,
} from '#contracts/moderation.http.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import { HideProposal } from '#database/entities/hide-proposal.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { type ModerationReason, NOTHING_WRONG, UNDER_REVIEW } from '#domain/moderation/reasons.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { assertSeen, byOfficer, changeConversation, lockConversation } from '../conversations/conversation-record.js';
import { lockSurvivor } from '../conversations/merged-parts.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { reasonFor } from './decision.service.js';
import { decideOnWhole, isHeldBy, isHiddenBy, isShown } from './hide-conversation.js';
import { hideProposals } from './hide-proposal.queries.js';
import { hideProposalView } from './hide-proposal.view.js';
import { builtInReason, reasonAt } from './reason.queries.js';
import { recordSettled, type SettledAppeal } from './settled-appeals.js';

/** Hiding a whole conversation takes two moderators: one proposes it with a reason, another one confirms it or declines. */
@Injectable()
export class HideProposalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
    private readonly departments: ReadableDepartments,
  ) {}

  /** Those that wait for somebody; with `hidden` also what is hidden by one. */
  async all(actor: Actor, query: { department?: string | undefined; hidden: boolean }): Promise<HideProposalView[]> {
    const departmentIds = await this.departments.idsOf(actor, query.department, ['moderator']);
    const rows = await hideProposals(this.dataSource, { departmentIds, hidden: query.hidden });
    return rows.map((row) => hideProposalView(row, actor));
  }

  /** Until it is decided nothing changes, unless its messages are to be held. The same id again proposes once. */
  propose(actor: Actor, input: z.infer<typeof proposeHidingSchema>): Promise<Hiding> {
    return this.act(async (tx, at) => {
      const conversation = await lockConversation(tx, input.conversationId);
      assertModerates(actor, conversation);
      const earlier = await tx.findOneBy(HideProposal, { id: input.id });
      if (earlier) return { proposal: earlier, conversation };
      assertSeen(conversation, input.version);
      const open = await tx.findOneBy(HideProposal, { conversationId: conversation.id, outcome: IsNull() });
      if (open) throw wrongState('It has been proposed already.', { proposalId: open.id });
      const reason = await reasonFor(tx, { reason: input.reason, decision: 'hide' });
      const proposal: HideProposal = {
        id: input.id,
        conversationId: conversation.id,
        reason: reason.code,
        reasonVersion: reason.version,
        explanation: input.explanation || null,
        note: input.note || null,
        isHeld: input.hold,
        proposedBy: actor.officerId,
        proposedAt: at,
        ...{ outcome: null, decidedBy: null, decidedAt: null, shownBy: null, shownAt: null },
      };
      await tx.insert(HideProposal, proposal);
      const why = await builtInReason(tx, UNDER_REVIEW);
      const hold = { decision: 'hold' as const, reason: why, officerId: actor.officerId, at };
      const settled = input.hold ? await decideOnWhole(tx, proposal, isShown, hold) : [];
      return record(tx, { actor, conversation, proposal, settled, type: 'conversation.hide-proposed', at });
    });
  }

  /** By another moderator than the one who proposed it. Throws `two-needed` for the same one. */
  confirm(actor: Actor, { proposalId, ...input }: Named & z.infer<typeof decideHidingSchema>): Promise<Hiding> {
    return this.act(async (tx, at) => {
      const { proposal, conversation } = await lockOpen(tx, actor, { proposalId, version: input.version });
      if (proposal.proposedBy === actor.officerId) {
        throw new Refusal('two-needed', { detail: 'You proposed it: another moderator has to confirm it.' });
      }
      const reason = await reasonAt(tx, { code: proposal.reason, version: proposal.reasonVersion });
      if (!reason) throw new Error(`the reason of proposal ${proposal.id} is gone`);
      const settled = await decideOnWhole(tx, proposal, (...of) => isShown(...of) || isHeldBy(proposal)(...of), {
        ...{ decision: 'hide', reason, explanation: proposal.explanation ?? undefined, note: input.note },
        ...{ officerId: actor.officerId, at },
      });
      await settle(tx, proposal, { outcome: 'confirmed', officerId: actor.officerId, at });
      return record(tx, { actor, conversation, proposal, settled, type: 'conversation.hidden', at, note: input.note });
    });
  }

  /** By any moderator; who proposed it takes it back so. What was held for it is shown again. */
  decline(actor: Actor, { proposalId, ...input }: Named & z.infer<typeof decideHidingSchema>): Promise<Hiding> {
    return this.act(async (tx, at) => {
      const { proposal, conversation } = await lockOpen(tx, actor, { proposalId, version: input.version });
      const reason = await builtInReason(tx, NOTHING_WRONG);
      const settled = await decideOnWhole(tx, proposal, isHeldBy(proposal), {
        ...{ decision: 'publish', reason, note: input.note, officerId: actor.officerId, at },
      });
      await settle(tx, proposal, { outcome: 'declined', officerId: actor.officerId, at });
      return record(tx, {
        actor,
        conversation,
        proposal,
        settled,
        type: 'conversation.hide-declined',
        at,
        note: input.note,
      });
    });
  }

  /** Takes a confirmed hiding back; what somebody has decided on singly since stays as it is. */
  showAgain(actor: Actor, { proposalId, ...input }: Named & z.infer<typeof showAgainSchema>): Promise<Hiding> {
    return this.act(async (tx, at) => {
      const { proposal, conversation } = await lockProposal(tx, actor, { proposalId, version: input.version });
      if (proposal.outcome !== 'confirmed' || proposal.shownAt) throw wrongState('It is not hidden by this proposal.');
      const reason = await reasonFor(tx, { reason: input.reason, decision: 'restore' });
      const { explanation, note } = input;
      const settled = await decideOnWhole(tx, proposal, isHiddenBy(proposal), {
        ...{ decision: 'restore', reason, explanation, note, officerId: actor.officerId, at },
      });
      await tx.update(HideProposal, { id: proposal.id }, { shownBy: actor.officerId, shownAt: at });
      return record(tx, { actor, conversation, proposal, settled, type: 'conversation.shown', at, note, reason });
    });
  }

  private async act(act: (tx: Tx, at: Date) => Promise<Acted>): Promise<Hiding> {
    const { proposal, conversation } = await transaction(this.dataSource, (tx) => act(tx, this.clock.now()));
    this.nudge.nudge();
    return { proposalId: proposal.id, conversationId: conversation.id, version: conversation.version };
  }
}

interface Named {
  proposalId: string;
}

interface Acted {
  proposal: HideProposal;
  conversation: Conversation;
}

/** With the conversation in which its messages are carried on, locked. */
async function lockProposal(
  tx: Tx,
  actor: Actor,
  { proposalId, version }: Named & { version: number },
): Promise<Acted> {
  const found = await tx.findOneBy(HideProposal, { id: proposalId });
  if (!found) throw notFound();
  const conversation = await lockSurvivor(tx, found.conversationId);
  assertModerates(actor, conversation);
  const proposal = await tx.findOneByOrFail(HideProposal, { id: proposalId });
  if (proposal.outcome === null) assertSeen(conversation, version);
  return { proposal, conversation };
}

async function lockOpen(tx: Tx, actor: Actor, named: Named & { version: number }): Promise<Acted> {
  const locked = await lockProposal(tx, actor, named);
  const { outcome, decidedAt } = locked.proposal;
  if (outcome)
    throw wrongState('Somebody has decided on it already.', { outcome, decidedAt: decidedAt?.toISOString() });
  return locked;
}

async function settle(
  tx: Tx,
  { id }: HideProposal,
  { outcome, officerId, at }: { outcome: 'confirmed' | 'declined'; officerId: string; at: Date },
): Promise<void> {
  await tx.update(HideProposal, { id }, { outcome, decidedBy: officerId, decidedAt: at });
}

interface Recorded extends Acted {
  actor: Actor;
  type: EventType;
  settled: SettledAppeal[];
  at: Date;
  note?: string | undefined;
  /** Of the act, where it is not that of the proposal. */
  reason?: ModerationReason;
}

async function record(
  tx: Tx,
  { actor, conversation, proposal, settled, type, at, note, reason }: Recorded,
): Promise<Acted> {
  const { id: proposalId, isHeld } = proposal;
  const why = {
    reason: reason?.code ?? proposal.reason,
    reasonVersion: reason?.version ?? proposal.reasonVersion,
  };
  const changed = await changeConversation(tx, conversation, {
    patch: {},
    fact: {
      type,
      actor: byOfficer(actor),
      payload: { proposalId, ...why, isHeld },
      words: { note },
      at,
    },
  });
  return { proposal, conversation: await recordSettled(tx, changed, { settled, actor: byOfficer(actor), at }) };
}

function assertModerates(actor: Actor, conversation: Conversation): void {
  if (!mayOn(actor, 'read', conversation)) throw notFound();
  if (!mayOn(actor, 'moderate', conversation)) throw new Refusal('forbidden');
}

const notFound = () => new Refusal('not-found', { detail: 'There is no such conversation.' });

function wrongState(detail: string, current: Record<string, unknown> = {}): Refusal {
  return new Refusal('wrong-state', { detail, current });
}
