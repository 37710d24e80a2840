import type { HideProposal } from '#database/entities/hide-proposal.entity.js';
import { Message } from '#database/entities/message.entity.js';
import type { Tx } from '#database/transaction.js';
import type { Decision } from '#domain/moderation/decision.lifecycle.js';
import type { ModerationReason } from '#domain/moderation/reasons.js';
import { type Decided, decidedOn } from './decided.queries.js';
import type { SettledAppeal } from './settled-appeals.js';
import { messagesOf } from './whole-conversation.js';
import { writeDecision } from './write-decision.js';

interface Whole {
  decision: Decision;
  reason: ModerationReason;
  explanation?: string | undefined;
  note?: string | undefined;
  officerId: string;
  at: Date;
}

type Fits = (message: Message, decided: readonly Decided[]) => boolean;

/** Decides on every message of a locked conversation that fits, as parts of one proposal. Answers with the appeals that it settled. */
export async function decideOnWhole(
  tx: Tx,
  proposal: HideProposal,
  fits: Fits,
  whole: Whole,
): Promise<SettledAppeal[]> {
  const settled: SettledAppeal[] = [];
  for (const messageId of await messagesOf(tx, proposal.conversationId)) {
    const message = await tx.findOneByOrFail(Message, { id: messageId });
    const decided = await decidedOn(tx, messageId);
    if (!fits(message, decided)) continue;
    const written = await writeDecision(tx, { message, decided }, { ...whole, hideProposalId: proposal.id });
    settled.push(...written.settled);
  }
  return settled;
}

/** What the public can read of it. */
export const isShown: Fits = ({ state }) => state === 'visible' || state === 'redacted';

/** What this proposal holds for as long as it is open, and nobody has decided on since. */
export const isHeldBy =
  ({ id }: HideProposal): Fits =>
  ({ state }, decided) =>
    state === 'held' && decided.at(-1)?.hideProposalId === id;

export const isHiddenBy =
  ({ id }: HideProposal): Fits =>
  ({ state }, decided) =>
    state === 'hidden' && decided.at(-1)?.hideProposalId === id;
