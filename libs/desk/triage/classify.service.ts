import { Injectable } from '@nestjs/common';
import type { Acted } from '#contracts/conversations.http.js';
import type { Tx } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { byOfficer, changeConversation } from '../conversations/conversation-record.js';
import { lockSeen, type Seen } from './lock-seen.js';
import { acted, TriageAct } from './triage-act.js';

export interface Classify extends Seen {
  /** Of the classes that the department's policy names; null: of none. */
  classCode: string | null;
}

@Injectable()
export class ClassifyService {
  constructor(private readonly act: TriageAct) {}

  /** Another class may have another promise, which follows from the fact. The one that it has already is no change. */
  classify(actor: Actor, { classCode, ...seen }: Classify): Promise<Acted> {
    return this.act.run(async (tx, at) => {
      const conversation = await lockSeen(tx, actor, 'label', seen);
      if (conversation.classCode === classCode) return acted(conversation);
      await assertKnown(tx, conversation.departmentId, classCode);
      const payload = { from: conversation.classCode, to: classCode };
      const fact = { type: 'conversation.classified' as const, actor: byOfficer(actor), payload, at };
      return acted(await changeConversation(tx, conversation, { patch: { classCode }, fact }));
    });
  }
}

const CLASS = `
  SELECT 1 FROM (
    SELECT policy FROM deadline_policy_version WHERE department_id = $1 ORDER BY version DESC LIMIT 1
  ) v CROSS JOIN LATERAL jsonb_array_elements(v.policy -> 'classes') AS one WHERE one ->> 'code' = $2`;

async function assertKnown(tx: Tx, departmentId: string, classCode: string | null): Promise<void> {
  if (classCode === null) return;
  const known: unknown[] = await tx.query(CLASS, [departmentId, classCode]);
  if (known.length > 0) return;
  const reason = 'is not among the classes of this department';
  throw new Refusal('invalid', { detail: `classCode: ${reason}`, errors: [{ field: 'classCode', reason }] });
}
