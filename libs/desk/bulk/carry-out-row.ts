import type { Conversation } from '#database/entities/conversation.entity.js';
import { type Tx, takingPart } from '#database/transaction.js';
import { BULK_PERMISSIONS } from '#domain/bulk/bulk.permissions.js';
import { type Happening, isNewsTo, mayBeTakenBack } from '#domain/bulk/happened-since.js';
import { mayOn } from '#domain/conversations/conversation.permissions.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { beforeIn, beforeOf } from './before.js';
import type { BulkHands } from './bulk-hands.js';
import { takeBack } from './take-back.js';
import type { BulkAtWork, BulkItem, Outcome } from './work-queue.js';

export interface RowWork {
  bulk: BulkAtWork;
  actor: Actor;
  hands: BulkHands;
  at: Date;
}

/** One row of a bulk act, locked, with what happened in it since it was seen. */
export interface Row {
  item: BulkItem;
  conversation: Conversation | undefined;
  since: readonly Happening[];
}

/** What speaks against it before it is tried; null where nothing does. */
export function refusalOf({ bulk, actor }: RowWork, { conversation, since }: Row): Refusal | null {
  if (bulk.undoesId !== null) return conversation && mayBeTakenBack(since) ? null : movedOn();
  // Whoever may not read it is told no more than that it is not there, by the act itself.
  const isReadable = conversation && mayOn(actor, 'read', conversation);
  return isReadable && isNewsTo(actor.officerId, since) ? movedOn() : null;
}

/** Throws what the act refuses. */
export function carryOutRow(tx: Tx, work: RowWork, row: Row): Promise<Outcome> {
  return work.bulk.undoesId === null ? act(tx, work, row) : undo(tx, work, row);
}

async function act(tx: Tx, { actor, bulk, hands }: RowWork, { item, conversation }: Row): Promise<Outcome> {
  const row = { conversationId: item.conversationId, version: conversation?.version ?? item.seenVersion };
  const acted = await takingPart(tx, () => hands.carryOut(actor, bulk.what, row));
  const isChanged = acted.version !== conversation?.version;
  const before = conversation && isChanged ? beforeOf(conversation) : null;
  const outcome = isChanged ? 'done' : 'unchanged';
  return { place: item.place, outcome, doneVersion: acted.version, refusal: null, before };
}

async function undo(tx: Tx, { bulk, actor, at }: RowWork, { item, conversation }: Row): Promise<Outcome> {
  if (!conversation) throw movedOn();
  const permission = BULK_PERMISSIONS[bulk.what.act];
  const taken = { actor, permission, before: beforeIn(item), doneVersion: item.seenVersion, at };
  const doneVersion = await takeBack(tx, conversation, taken);
  return { place: item.place, outcome: 'done', doneVersion, refusal: null, before: null };
}

function movedOn(): Refusal {
  return new Refusal('stale-version', { detail: 'Something has happened in it in the meantime.' });
}
