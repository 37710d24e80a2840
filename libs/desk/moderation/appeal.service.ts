import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { AppealActed, AppealView, askSchema, decideAppealSchema } from '#contracts/appeals.http.js';
import { Appeal } from '#database/entities/appeal.entity.js';
import { AppealEntry } from '#database/entities/appeal-entry.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { afterAppealAct, mayBeUpheldFrom, restrictionOf } from '#domain/moderation/appeal.lifecycle.js';
import { mayOnAppeal } from '#domain/moderation/appeal.permissions.js';
import { DECIDED_WRONGLY, NOTHING_WRONG } from '#domain/moderation/reasons.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { decodeCursor, keysetPage } from '../conversations/cursor.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { undecidedAppeals } from './appeal.queries.js';
import { appealActed, appealView } from './appeal.view.js';
import { carryOut } from './decision.service.js';
import { type Deciding, lockMessage } from './lock-message.js';
import { builtInReason } from './reason.queries.js';
import { ownDecision, recordSettled } from './settled-appeals.js';

interface AppealsQuery {
  department?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}
type Outcome = z.infer<typeof decideAppealSchema>;

/** Appeals as moderators work on them: asked about, and decided, by somebody else than who decided first. */
@Injectable()
export class AppealService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly nudge: EventNudge,
    private readonly departments: ReadableDepartments,
  ) {}

  /** Those that are undecided, oldest first, in the departments that the officer moderates. */
  async page(actor: Actor, query: AppealsQuery): Promise<{ items: AppealView[]; nextCursor: string | null }> {
    const departmentIds = await this.departments.idsOf(actor, query.department, ['moderator']);
    const after = decodeCursor(query.cursor);
    const rows = await undecidedAppeals(this.dataSource, { departmentIds, after, limit: query.limit + 1 });
    const page = keysetPage(rows, query.limit, (row) => ({ at: row.cursorAt, id: row.id }));
    return { ...page, items: page.items.map((row) => appealView(row, actor)) };
  }

  /** The author reads it on the tracking page, and answers there. The same id again asks once. */
  ask(actor: Actor, { appealId, ...question }: Named & z.infer<typeof askSchema>): Promise<AppealActed> {
    return this.act(async (tx, at) => {
      const { appeal, deciding } = await lockAppeal(tx, actor, appealId);
      if (await tx.existsBy(AppealEntry, { id: question.id })) return appealActed(appeal, deciding.conversation.id);
      assertSeen(appeal, question.version);
      const changed = { ...appeal, status: afterAppealAct(appeal.status, 'ask'), version: appeal.version + 1 };
      await tx.update(Appeal, { id: appealId }, { status: changed.status, version: changed.version, askedAt: at });
      const { id, body } = question;
      await tx.insert(AppealEntry, { id, appealId, kind: 'question', body, officerId: actor.officerId, at });
      const payload = { appealId, messageId: appeal.messageId };
      const fact = { type: 'appeal.asked' as const, actor: byOfficer(actor), payload, at };
      await changeConversation(tx, deciding.conversation, { patch: {}, fact });
      return appealActed(changed, deciding.conversation.id);
    });
  }

  /** Overturned, the message is back by the same path as any decision: one transaction, its own fact, and that of the appeal. */
  decide(actor: Actor, { appealId, ...decided }: Named & Outcome): Promise<AppealActed> {
    return this.act(async (tx, at) => {
      const { appeal, deciding } = await lockAppeal(tx, actor, appealId);
      if (isSame(appeal, actor, decided)) return appealActed(appeal, deciding.conversation.id);
      assertSeen(appeal, decided.version);
      const status = afterAppealAct(appeal.status, decided.outcome === 'upheld' ? 'uphold' : 'overturn');
      if (status === 'upheld') assertAnswered(appeal, at);
      const { explanation } = decided;
      const changed = { ...appeal, status, version: appeal.version + 1, explanation };
      const { version } = changed;
      const by = { decidedBy: actor.officerId, decidedAt: at };
      await tx.update(Appeal, { id: appealId }, { status, version, explanation, ...by });
      const followed = status === 'overturned' ? await takeBack(tx, { actor, deciding, at }) : deciding.conversation;
      const settled = [{ appealId, messageId: appeal.messageId, outcome: status }];
      const { id } = await recordSettled(tx, followed, { settled, actor: byOfficer(actor), at });
      return appealActed(changed, id);
    });
  }

  private async act(act: (tx: Tx, at: Date) => Promise<AppealActed>): Promise<AppealActed> {
    const acted = await transaction(this.dataSource, (tx) => act(tx, this.clock.now()));
    this.nudge.nudge();
    return acted;
  }
}

interface Named {
  appealId: string;
}

/** With the conversation of its message. Throws `own-decision` for whoever had a part in what is appealed. */
async function lockAppeal(tx: Tx, actor: Actor, id: string): Promise<{ appeal: Appeal; deciding: Deciding }> {
  const found = await tx.findOneBy(Appeal, { id });
  if (!found) throw new Refusal('not-found', { detail: 'There is no such appeal.' });
  const deciding = await lockMessage(tx, actor, found.messageId);
  const appeal = await tx.findOneByOrFail(Appeal, { id });
  const { departmentId } = deciding.conversation;
  if (!mayOnAppeal(actor, 'decide', { departmentId, barredIds: appeal.barredIds })) throw ownDecision();
  return { appeal, deciding };
}

/** A second press, or a retry whose first answer was lost. */
function isSame(appeal: Appeal, { officerId }: Actor, { outcome, explanation, version }: Outcome): boolean {
  const { status, decidedBy } = appeal;
  return (
    status === outcome &&
    decidedBy === officerId &&
    appeal.explanation === explanation &&
    appeal.version === version + 1
  );
}

function assertSeen({ status, version }: Appeal, seen: number): void {
  if (version === seen) return;
  throw new Refusal('stale-version', {
    detail: 'The appeal has changed since you looked at it.',
    current: { status, version },
  });
}

function assertAnswered(appeal: Appeal, now: Date): void {
  const from = mayBeUpheldFrom(appeal);
  if (!from || from <= now) return;
  throw new Refusal('wrong-state', {
    detail: 'Its author was asked something and still has time to answer.',
    current: { status: appeal.status, upheldFrom: from.toISOString() },
  });
}

async function takeBack(tx: Tx, { actor, deciding, at }: { actor: Actor; deciding: Deciding; at: Date }) {
  const decision = restrictionOf(deciding.message.state)?.backBy ?? 'restore';
  const reason = await builtInReason(tx, decision === 'publish' ? NOTHING_WRONG : DECIDED_WRONGLY);
  const order = { decision, reason, officerId: actor.officerId, at };
  return (await carryOut(tx, deciding, { actor, order })).conversation;
}
